import type { Collision, CollisionDetection } from '@dnd-kit/core'
import { pointerWithin } from '@dnd-kit/core'
import type { Kind, Where } from '../model/places'
import { type Days, listAt, locate } from '../model/places'

export type Side = 'before' | 'after' | 'inside'
export type Zone = { kind: Kind; part: string; isHead: boolean }

/** Which zones take what: a talk goes beside talks and into sessions, a session beside sessions and into days. */
export function takes(dragged: Kind, { kind, isHead }: Zone): boolean {
  if (dragged === 'talk') return kind === 'talk' ? isHead : kind === 'session'
  if (dragged === 'session') return !isHead && kind !== 'talk'
  return !isHead && kind === 'day'
}

/** The innermost zone under the pointer that takes what is dragged. */
export const innermost: CollisionDetection = (given) => {
  const dragged = given.active.data.current?.kind as Kind
  const droppableContainers = given.droppableContainers.filter((one) => {
    const zone = one.data.current as Zone | undefined
    return zone && zone.part !== given.active.id && takes(dragged, zone)
  })
  const found = pointerWithin({ ...given, droppableContainers })
  const pointerY = given.pointerCoordinates?.y ?? 0
  const [inner] = found.sort((one, other) => areaOf(one) - areaOf(other))
  return inner ? [{ ...inner, data: { ...inner.data, pointerY } }] : []

  function areaOf(collision: Collision): number {
    const rect = given.droppableRects.get(collision.id)
    return rect ? rect.width * rect.height : Number.POSITIVE_INFINITY
  }
}

/** On which side of the zone it would be put: by the half in which the pointer is, or into it. */
export function sideOf(dragged: Kind, zone: Zone, pointerY: number, rect: { top: number; height: number }): Side {
  if (zone.kind !== dragged) return 'inside'
  return pointerY < rect.top + rect.height / 2 ? 'before' : 'after'
}

const INSIDE: Record<Kind, string> = { day: 'days', session: 'sessions', talk: 'talks' }

/** The place in the programme, as it counts once what is dragged was taken out; null where there is none. */
export function whereOf(days: Days, id: string, dragged: Kind, zone: Zone, side: Side): Where | null {
  const target = locate(days, zone.part)
  if (!target) return null
  if (side === 'inside') {
    const list = [...target.list, zone.part, INSIDE[dragged]]
    const left = listAt(days, list).filter((one) => one.id !== id)
    return { list, place: zone.isHead ? 0 : left.length }
  }
  const left = listAt(days, target.list).filter((one) => one.id !== id)
  return { list: target.list, place: left.findIndex((one) => one.id === zone.part) + (side === 'after' ? 1 : 0) }
}

/** A session that holds sessions cannot lie in another one. */
export function fits(days: Days, id: string, to: Where): boolean {
  const found = locate(days, id)
  const holdsSessions = Array.isArray(found?.element.children) && found.element.children.length > 0
  return !to.list.includes(id) && !(to.list.at(-1) === 'children' && holdsSessions)
}
