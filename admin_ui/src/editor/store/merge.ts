import { type Element, isElementList, isEmpty, isObject, isSame, type Json, type JsonObject } from './json'

/**
 * What others saved, brought under what is being typed: `base` is what was sent, `theirs` what the server made of it
 * together with others' changes, `yours` what stands in the form by now. Where both changed the same value, yours
 * stays; the server asks about it at the next save.
 */
export function rebase(base: Json, theirs: Json, yours: Json): Json {
  if (isSame(theirs, base)) return yours
  if (isElementList(theirs) && isElementList(yours)) return rebaseList(base, theirs, yours)
  if (isObject(theirs) && isObject(yours)) return rebaseObject(isObject(base) ? base : {}, theirs, yours)
  return isSame(yours, base) && !isOnlyTidied(theirs, yours) ? theirs : yours
}

/** The server trims texts: that must not take away the space after which somebody is about to type on. */
function isOnlyTidied(theirs: Json, yours: Json): boolean {
  return typeof theirs === 'string' && typeof yours === 'string' && theirs.trim() === yours.trim()
}

function rebaseObject(base: JsonObject, theirs: JsonObject, yours: JsonObject): JsonObject {
  const names = new Set([...Object.keys(theirs), ...Object.keys(yours)])
  const merged = [...names].map((name) => [name, rebase(base[name], theirs[name], yours[name])] as const)
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

function rebaseList(base: Json, theirs: Element[], yours: Element[]): Element[] {
  const before = byId(isElementList(base) ? base : [])
  const other = byId(theirs)
  const own = byId(yours)
  const kept = yours.filter(({ id }) => other.has(id) || !before.has(id) || !isSame(before.get(id), own.get(id)))
  const merged = kept.map((one) => {
    const present = other.get(one.id)
    return (present ? rebase(before.get(one.id), present, one) : one) as Element
  })
  const added = theirs.filter(({ id }) => !before.has(id) && !own.has(id))
  return added.reduce((list, one) => insertAfter(list, one, theirs), merged)
}

/** At the place where it stands in their list: after the nearest element before it that is here too. */
function insertAfter(list: Element[], added: Element, theirs: Element[]): Element[] {
  const place = theirs.findIndex(({ id }) => id === added.id)
  const before = theirs.slice(0, place).reverse()
  const anchor = before.map(({ id }) => list.findIndex((one) => one.id === id)).find((found) => found >= 0) ?? -1
  return list.toSpliced(anchor + 1, 0, added)
}

function byId(list: Element[]): Map<string, Element> {
  return new Map(list.map((one) => [one.id, one]))
}

/** The fields that differ from what is stored, as the server takes them: null empties one. */
export function changedFields(stored: JsonObject, present: JsonObject): JsonObject {
  const names = new Set([...Object.keys(stored), ...Object.keys(present)])
  const changed = [...names].filter((name) => !isSame(stored[name], present[name]))
  return Object.fromEntries(changed.map((name) => [name, isEmpty(present[name]) ? null : present[name]]))
}
