import type { KeyboardEvent } from 'react'
import type { Way } from './model/moves'

const STEPS: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down' }
const LEVELS: Record<string, Way> = { ArrowRight: 'in', ArrowLeft: 'out' }

/** Alt and an arrow moves a part; with Shift to the sides too, as in outlines of word processors. */
export function wayOf({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent): Way | null {
  if (!altKey || ctrlKey || metaKey) return null
  return STEPS[key] ?? (shiftKey ? LEVELS[key] : undefined) ?? null
}

export const ROW = 'data-programme-row'
export const NAME = 'data-programme-name'
export const rowId = (id: string) => `programme-${id}`

/** As what a part is shown, which may follow from its people. */
export function calledInRow(id: string): string {
  return document.getElementById(rowId(id))?.querySelector(`[${NAME}]`)?.textContent ?? ''
}

/** The row before or after this one, whatever it lies in. */
export function neighbourOf(row: HTMLElement, step: 1 | -1): HTMLElement | undefined {
  const rows = [...document.querySelectorAll<HTMLElement>(`[${ROW}]`)]
  return rows[rows.indexOf(row) + step]
}
