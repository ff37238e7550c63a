import { inOrder } from '../words/order'
import type { Choice } from './ListTools'
import type { Row } from './useRows'

/** Oneself, and whoever changed one of the rows that were read. */
export function peopleOf(rows: readonly Row[], me: { id: string }, mine: string): Choice[] {
  const found = new Map<string, string>()
  for (const { modifiedBy } of rows) {
    if (modifiedBy?.name && modifiedBy.id !== me.id) found.set(modifiedBy.id, modifiedBy.name)
  }
  const others = [...found].map(([value, label]) => ({ value, label }))
  return [{ value: me.id, label: mine }, ...others.sort((one, other) => inOrder(one.label, other.label))]
}
