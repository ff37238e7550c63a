import type { Step } from './UndoHistory'

/** The field that a step is about, "slugs" where it is none. */
export function changedField({ before, after }: Step): string {
  const names = [...Object.keys(before.data), ...Object.keys(after.data)]
  return names.find((name) => before.data[name] !== after.data[name]) ?? 'slugs'
}
