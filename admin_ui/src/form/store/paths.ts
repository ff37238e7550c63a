import { type Element, isObject, type Json, type JsonObject } from './json'

/** A place in an item's data: names of fields, locales, and ids of list elements, such as ["days", "d1", "label", "en"]. */
export type Path = readonly string[]

export function valueAt(data: Json, path: Path): Json {
  return path.reduce<Json>(step, data)
}

function step(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.find((one) => isObject(one) && one.id === name)
  return isObject(value) ? value[name] : undefined
}

/** A copy of `data` with `value` at `path`; everything beside the path is the same object as before. */
export function withValueAt(data: Json, path: Path, value: Json): Json {
  const [name, ...rest] = path
  if (name === undefined) return value
  if (Array.isArray(data)) return data.map((one: Element) => (one.id === name ? withValueAt(one, rest, value) : one))
  const before: JsonObject = isObject(data) ? data : {}
  return { ...before, [name]: withValueAt(before[name], rest, value) }
}

export const pathKey = (path: Path) => path.join('.')
