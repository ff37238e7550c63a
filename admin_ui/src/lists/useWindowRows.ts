import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react'

/** Rows that are drawn above and below those in sight. */
const AROUND = 12
/** They change in steps, so that scrolling by a few pixels draws nothing anew. */
const STEP = 4
/** What lies over the list at its top and bottom: the heads, and the bar of bulk actions. */
const COVERED = { top: 110, bottom: 80 }

export type Range = { from: number; until: number }

/**
 * Which of `count` rows, each `height` px high and all in `space`, are to be drawn while the window is scrolled.
 * `show` brings a row into sight.
 */
export function useWindowRows(space: RefObject<HTMLElement | null>, count: number, height: number) {
  const [range, setRange] = useState<Range>({ from: 0, until: 0 })
  const look = useCallback(() => {
    const top = space.current?.getBoundingClientRect().top ?? 0
    setRange((before) => same(before, rangeOf(-top, innerHeight, count, height)))
  }, [space, count, height])
  useLayoutEffect(look, [look])
  useEffect(() => {
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [look])
  const show = useCallback(
    (place: number) => {
      const top = (space.current?.getBoundingClientRect().top ?? 0) + place * height
      scrollBy({ top: distanceTo(top, height, innerHeight) })
    },
    [space, height],
  )
  return { range, show }
}

/** `above`: how much of the list has been scrolled out at the top. */
export function rangeOf(above: number, seen: number, count: number, height: number): Range {
  const first = Math.floor(above / height / STEP) * STEP
  const last = Math.ceil((above + seen) / height / STEP) * STEP
  return { from: within(first - AROUND, count), until: within(last + AROUND, count) }
}

/** How far to scroll until a row at `top` of the window is not covered. */
export function distanceTo(top: number, height: number, seen: number): number {
  if (top < COVERED.top) return top - COVERED.top
  return Math.max(0, top + height - (seen - COVERED.bottom))
}

const within = (place: number, count: number) => Math.max(0, Math.min(place, count))
const same = (before: Range, now: Range) => (before.from === now.from && before.until === now.until ? before : now)
