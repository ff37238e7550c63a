import type { Side } from './DropMark'

const EDGE = 0.3

/** On which side of a row something is put: by the half in which the pointer is; its middle is the inside, if any. */
export function sideOf(pointerY: number, rect: { top: number; height: number }, mayEnter: boolean): Side {
  const part = (pointerY - rect.top) / rect.height
  if (mayEnter && part > EDGE && part < 1 - EDGE) return 'inside'
  return part < 0.5 ? 'before' : 'after'
}
