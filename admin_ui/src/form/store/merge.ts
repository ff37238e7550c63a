import { type Element, isElementList, isEmpty, isObject, isSame, type Json, type JsonObject } from './json'

/**
 * What others saved, brought under what is being typed: `base` is what was sent, `theirs` what the server made of it
 * together with others' changes, `yours` what stands in the form by now. Where both changed the same value, yours
 * stays; the server asks about it at the next save.
 */
export function rebase(base: Json, theirs: Json, yours: Json): Json {
  if (isSame(theirs, base)) return yours
  if (isElementList(theirs) && isElementList(yours)) return rebaseList(base, theirs, yours)
  if (isWordList(theirs) && isWordList(yours)) return rebaseWords(isWordList(base) ? base : [], theirs, yours)
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

/** In the order of whoever moved something, which is theirs where nothing was moved here. */
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
  if (isMoved(before, own)) return added.reduce((list, one) => insertAfter(list, one, theirs), merged)
  const all = byId([...merged, ...added])
  const ordered = theirs.flatMap(({ id }) => all.get(id) ?? [])
  return merged.filter(({ id }) => !other.has(id)).reduce((list, one) => insertAfter(list, one, yours), ordered)
}

function isMoved(before: Map<string, Element>, own: Map<string, Element>): boolean {
  const stayed = [...own.keys()].filter((id) => before.has(id))
  return stayed.join() !== [...before.keys()].filter((id) => own.has(id)).join()
}

const isWordList = (value: Json): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')

/** References, terms and short texts: what either side added is there, what either took out is not. */
function rebaseWords(base: string[], theirs: string[], yours: string[]): string[] {
  if (isSame(base, yours)) return theirs
  const kept = yours.filter((one) => theirs.includes(one) || !base.includes(one))
  return [...kept, ...theirs.filter((one) => !base.includes(one) && !yours.includes(one))]
}

/** At the place where it stands in another list: after the nearest element before it that is here too. */
function insertAfter(list: Element[], added: Element, other: Element[]): Element[] {
  const place = other.findIndex(({ id }) => id === added.id)
  const before = other.slice(0, place).reverse()
  const anchor = before.map(({ id }) => list.findIndex((one) => one.id === id)).find((found) => found >= 0) ?? -1
  return list.toSpliced(anchor + 1, 0, added)
}

function byId(list: Element[]): Map<string, Element> {
  return new Map(list.map((one) => [one.id, one]))
}

/**
 * Whether both sides changed one and the same thing: then neither may be put over the other unasked. Of a formatted
 * text, every change is one of the whole.
 */
export function areAtOdds(base: Json, theirs: Json, yours: Json): boolean {
  if (isSame(theirs, base) || isSame(yours, base) || isSame(theirs, yours) || isOnlyTidied(theirs, base)) return false
  if (isWordList(theirs) && isWordList(yours)) return false
  if ([base, theirs, yours].every((one) => isElementList(one) || isEmpty(one))) {
    return areOddAt(indexed(base), indexed(theirs), indexed(yours))
  }
  const areParts = [base, theirs, yours].every((one) => isEmpty(one) || (isObject(one) && one.type !== 'doc'))
  return areParts ? areOddAt(parts(base), parts(theirs), parts(yours)) : true
}

function areOddAt(base: JsonObject, theirs: JsonObject, yours: JsonObject): boolean {
  const names = new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(yours)])
  return [...names].some((name) => areAtOdds(base[name], theirs[name], yours[name]))
}

const parts = (value: Json): JsonObject => (isObject(value) ? value : {})
const indexed = (value: Json): JsonObject => (isElementList(value) ? Object.fromEntries(byId(value)) : {})

/** The fields that differ from what is stored, as the server takes them: null empties one, or takes a language out. */
export function changedFields(stored: JsonObject, present: JsonObject): JsonObject {
  const names = new Set([...Object.keys(stored), ...Object.keys(present)])
  const changed = [...names].filter((name) => !isSame(stored[name], present[name]))
  return Object.fromEntries(
    changed.map((name) => [name, isEmpty(present[name]) ? null : withGone(stored[name], present[name])]),
  )
}

/** With null for what is stored and left out here, which would stay otherwise. */
function withGone(stored: Json, present: Json): Json {
  if (isElementList(stored) && isElementList(present)) {
    const before = byId(stored)
    return present.map((one) => withGone(before.get(one.id), one))
  }
  if (!isObject(stored) || !isObject(present) || present.type === 'doc' || stored.kind !== present.kind) return present
  const names = [...new Set([...Object.keys(stored), ...Object.keys(present)])]
  return Object.fromEntries(names.map((name) => [name, withGone(stored[name], present[name]) ?? null]))
}
