import type { Element } from '../../form/store/json'
import { withValueAt } from '../../form/store/paths'
import { allLists, childrenOf, type Days, isNested, listAt, locate, type Where } from './places'

export type Way = 'up' | 'down' | 'in' | 'out'
export type Full = (list: readonly string[], length: number) => boolean

const NEVER: Full = () => false

/** The programme with an element moved; the same programme where it cannot stand there. */
export function moved(days: Days, id: string, to: Where): Days {
  const found = locate(days, id)
  if (!found || to.list.includes(id)) return days
  const left = listAt(days, found.list).filter((one) => one.id !== id)
  const without = withList(days, found.list, left)
  return withList(without, to.list, listAt(without, to.list).toSpliced(to.place, 0, found.element))
}

export function withList(days: Days, list: readonly string[], elements: Element[]): Days {
  return (withValueAt({ days }, list, elements) as { days: Days }).days
}

/**
 * Where a step leads: over a neighbour, at the end of a list into the list before or after it; `in`: into the session
 * before, `out`: behind the session that it lies in. Null where there is no way. `isFull`: what takes no more.
 */
export function stepFrom(days: Days, id: string, way: Way, isFull: Full = NEVER): Where | null {
  const found = locate(days, id)
  if (!found) return null
  if (way === 'in') return inwards(days, found, isFull)
  if (way === 'out') return outwards(found, days, isFull)
  const to = found.place + (way === 'up' ? -1 : 1)
  const length = listAt(days, found.list).length
  if (to >= 0 && to < length) return { list: found.list, place: to }
  return intoNeighbour(days, found.list, way, isFull)
}

/** At the near end of the next list that holds the same. */
function intoNeighbour(days: Days, list: readonly string[], way: 'up' | 'down', isFull: Full): Where | null {
  const alike = allLists(days).filter((one) => one.at(-1) === list.at(-1))
  const at = alike.findIndex((one) => one.join('.') === list.join('.'))
  const rest = way === 'up' ? alike.slice(0, at).reverse() : alike.slice(at + 1)
  const next = rest.find((one) => !isFull(one, listAt(days, one).length))
  return next ? { list: next, place: way === 'up' ? listAt(days, next).length : 0 } : null
}

type Place = NonNullable<ReturnType<typeof locate>>

function inwards(days: Days, { list, place, kind, element }: Place, isFull: Full): Where | null {
  const before = listAt(days, list)[place - 1]
  const canNest = kind === 'session' && !isNested(list) && childrenOf(element, 'children').length === 0
  if (!before || !canNest) return null
  const children = childrenOf(before, 'children')
  const inside = [...list, before.id, 'children']
  return isFull(inside, children.length) ? null : { list: inside, place: children.length }
}

function outwards({ list, kind }: Place, days: Days, isFull: Full): Where | null {
  if (kind !== 'session' || !isNested(list)) return null
  const outer = list.slice(0, -2)
  const parent = list.at(-2)
  const sessions = listAt(days, outer)
  if (isFull(outer, sessions.length)) return null
  return { list: outer, place: sessions.findIndex((one) => one.id === parent) + 1 }
}
