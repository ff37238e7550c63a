import type { KeyboardEvent } from 'react'

/** Where a row is moved: among its neighbours, or a level deeper or higher. */
export type Way = 'up' | 'down' | 'in' | 'out'

const STEPS: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down' }
const LEVELS: Record<string, Way> = { ArrowRight: 'in', ArrowLeft: 'out' }

/** Alt and an arrow moves a row; with Shift to the sides too, as in outlines of word processors. */
export function wayOf({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent): Way | null {
  if (!altKey || ctrlKey || metaKey) return null
  return STEPS[key] ?? (shiftKey ? LEVELS[key] : undefined) ?? null
}
