/** JSON as items hold it, and what is the same in it. */

export type Json = unknown
export type JsonObject = { [name: string]: Json }

export function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The server keeps no empty values: null, "", [] and {} all stand for nothing. */
export function isEmpty(value: Json): boolean {
  if (value === null || value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isObject(value) && Object.values(value).every(isEmpty)
}

export function isSame(one: Json, other: Json): boolean {
  if (Object.is(one, other)) return true
  if (isText(one) && isText(other)) return isExactly(one, other)
  if (isEmpty(one) && isEmpty(other)) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, place) => isSame(value, other[place]))
  }
  if (!isObject(one) || !isObject(other)) return false
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isSame(one[name], other[name]))
}

/** In a formatted text "" is not nothing: a picture with the description "" only decorates. */
const isText = (value: Json): value is JsonObject => isObject(value) && value.type === 'doc'

function isExactly(one: Json, other: Json): boolean {
  if ((one ?? null) === (other ?? null)) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, place) => isExactly(value, other[place]))
  }
  if (!isObject(one) || !isObject(other)) return false
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) => isExactly(one[name], other[name]))
}

export type Element = JsonObject & { id: string }

/** A list of parts: each has an id, by which it stays the same wherever it is moved. */
export function isElementList(value: Json): value is Element[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => isObject(one) && typeof one.id === 'string')
}

export function newElementId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
