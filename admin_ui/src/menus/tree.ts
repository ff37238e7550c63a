import type { Element } from '../form/store/json'
import type { Side } from '../ui/outline/DropMark'
import type { Way } from '../ui/outline/wayOf'

/** One entry of a menu; only those of the first level have children. */
export type MenuEntry = Element & {
  label?: Record<string, string>
  target?: string | null
  url?: string | null
  children?: MenuEntry[]
}
/** `parent`: id of the entry that it lies under, null for the first level. */
export type Row = { entry: MenuEntry; parent: string | null; place: number; count: number }
type Where = { parent: string | null; place: number }

/** All entries in the order in which they are read. */
export function rowsOf(entries: MenuEntry[]): Row[] {
  return entries.flatMap((entry, place) => {
    const children = entry.children ?? []
    const below = children.map((child, at) => ({ entry: child, parent: entry.id, place: at, count: children.length }))
    return [{ entry, parent: null, place, count: entries.length }, ...below]
  })
}

export function pathOf({ entry, parent }: Row): string[] {
  return parent === null ? ['entries', entry.id] : ['entries', parent, 'children', entry.id]
}

/** An entry with children stays on the first level: there are two. */
export function mayPlace(entries: MenuEntry[], id: string, over: string, side: Side): boolean {
  const rows = rowsOf(entries)
  const moved = rows.find(({ entry }) => entry.id === id)
  const target = rows.find(({ entry }) => entry.id === over)
  if (!moved || !target || id === over) return false
  const isParent = (moved.entry.children ?? []).length > 0
  if (side === 'inside') return target.parent === null && !isParent
  return target.parent === null || !isParent
}

/** The menu once `id` was put on that side of `over`; null where it may not be. */
export function putAt(entries: MenuEntry[], id: string, over: string, side: Side): MenuEntry[] | null {
  if (!mayPlace(entries, id, over, side)) return null
  const left = without(entries, id)
  const target = rowsOf(left).find(({ entry }) => entry.id === over)
  if (!target) return null
  if (side === 'inside') return moved(entries, id, { parent: over, place: (target.entry.children ?? []).length })
  return moved(entries, id, { parent: target.parent, place: target.place + (side === 'after' ? 1 : 0) })
}

/** The menu once `id` was moved one step; null where it cannot be. */
export function stepped(entries: MenuEntry[], id: string, way: Way): MenuEntry[] | null {
  const row = rowsOf(entries).find(({ entry }) => entry.id === id)
  const to = row && whereTo(entries, row, way)
  return to ? moved(entries, id, to) : null
}

function whereTo(entries: MenuEntry[], { entry, parent, place, count }: Row, way: Way): Where | null {
  if (way === 'up') return place > 0 ? { parent, place: place - 1 } : null
  if (way === 'down') return place < count - 1 ? { parent, place: place + 1 } : null
  if (way === 'out') {
    return parent === null ? null : { parent: null, place: entries.findIndex(({ id }) => id === parent) + 1 }
  }
  const before = parent === null ? entries[place - 1] : undefined
  if (!before || (entry.children ?? []).length > 0) return null
  return { parent: before.id, place: (before.children ?? []).length }
}

/** `to` counts without the entry that is moved. */
function moved(entries: MenuEntry[], id: string, to: Where): MenuEntry[] {
  const found = rowsOf(entries).find(({ entry }) => entry.id === id)
  if (!found) return entries
  const left = without(entries, id)
  if (to.parent === null) return left.toSpliced(to.place, 0, found.entry)
  return left.map((one) =>
    one.id === to.parent ? { ...one, children: (one.children ?? []).toSpliced(to.place, 0, found.entry) } : one,
  )
}

export function without(entries: MenuEntry[], id: string): MenuEntry[] {
  return entries
    .filter((one) => one.id !== id)
    .map((one) => {
      if (!one.children?.some((child) => child.id === id)) return one
      return { ...one, children: one.children.filter((child) => child.id !== id) }
    })
}

/** In this language, else as in any other: what visitors read. */
export function entryLabel({ label }: MenuEntry, locale: string): { text: string; isOther: boolean } {
  const own = label?.[locale]?.trim()
  if (own) return { text: own, isOther: false }
  const other = Object.values(label ?? {}).find((one) => one.trim())
  return { text: other ?? '', isOther: other !== undefined }
}
