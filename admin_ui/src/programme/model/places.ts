import { type Element, isObject, type JsonObject } from '../../form/store/json'
import { valueAt } from '../../form/store/paths'

export type Kind = 'day' | 'session' | 'talk'
export type Days = Element[]

/** `list`: path of the list, from the item on, such as ["days", "d1", "sessions"]; `place` counts from 0. */
export type Where = { list: readonly string[]; place: number }
export type Found = Where & { kind: Kind; element: Element }

const KINDS: Record<string, Kind> = { days: 'day', sessions: 'session', children: 'session', talks: 'talk' }

export const kindOf = (list: readonly string[]): Kind => KINDS[list.at(-1) ?? ''] ?? 'day'

export function listAt(days: Days, list: readonly string[]): Element[] {
  return (valueAt({ days }, list) as Element[] | undefined) ?? []
}

export function childrenOf(element: JsonObject, name: string): Element[] {
  const found = element[name]
  return Array.isArray(found) ? (found.filter(isObject) as Element[]) : []
}

/** Every list of days, sessions and talks, as it stands from top to bottom. */
export function allLists(days: Days): (readonly string[])[] {
  return [['days'], ...days.flatMap((day) => dayLists(['days', day.id], day))]
}

function dayLists(at: readonly string[], day: Element): (readonly string[])[] {
  const list = [...at, 'sessions']
  return [list, ...childrenOf(day, 'sessions').flatMap((one) => sessionLists([...list, one.id], one))]
}

function sessionLists(at: readonly string[], session: Element): (readonly string[])[] {
  const children = [...at, 'children']
  const nested = childrenOf(session, 'children').map((one) => [...children, one.id, 'talks'])
  return isNested(at) ? [[...at, 'talks']] : [[...at, 'talks'], children, ...nested]
}

/** Whether the session at this path lies inside another one. */
export const isNested = (path: readonly string[]) => path.includes('children')

export function locate(days: Days, id: string): Found | null {
  for (const list of allLists(days)) {
    const elements = listAt(days, list)
    const place = elements.findIndex((one) => one.id === id)
    const element = elements[place]
    if (element) return { list, place, kind: kindOf(list), element }
  }
  return null
}

/** How many talks a day or a session holds, those of the sessions in it too. */
export function talkCount(part: JsonObject): number {
  const inside = [...childrenOf(part, 'sessions'), ...childrenOf(part, 'children')]
  return inside.reduce((count, one) => count + talkCount(one), childrenOf(part, 'talks').length)
}

/** Every talk with the path at which it stands, from top to bottom. */
export function allTalks(days: Days): { path: readonly string[]; talk: Element }[] {
  return allLists(days)
    .filter((list) => list.at(-1) === 'talks')
    .flatMap((list) => listAt(days, list).map((talk) => ({ path: [...list, talk.id], talk })))
}
