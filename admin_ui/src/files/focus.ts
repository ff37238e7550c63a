export type Point = { x: number; y: number }
export const MIDDLE: Point = { x: 0.5, y: 0.5 }

const STEP = 0.01
const LEAP = 0.1
const MOVES: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Where a key moves the point; null for keys that do not. With Shift it leaps. */
export function movedBy(key: string, isShift: boolean, { x, y }: Point): Point | null {
  const move = MOVES[key]
  if (!move) return null
  const step = isShift ? LEAP : STEP
  return within({ x: x + move.x * step, y: y + move.y * step })
}

/** Shares of width and height, to a hundredth, inside the picture. */
export function within({ x, y }: Point): Point {
  return { x: share(x), y: share(y) }
}

const share = (value: number) => Math.round(Math.min(Math.max(value, 0), 1) * 100) / 100
