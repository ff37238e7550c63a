import type { Content } from './DraftStore'
import { type Element, isObject, type Json, type JsonObject } from './json'

/** One place that two people changed, and what is to stand there. */
export type Choice = { at: string; locale?: string | null; value: Json }

/** The content with what was chosen at each place; an element that one of both took out comes back, or goes. */
export function withChoices(content: Content, choices: Choice[]): Content {
  return choices.reduce(withChoice, content)
}

function withChoice({ data, slugs }: Content, { at, locale, value }: Choice): Content {
  if (at === 'slugs') return { data, slugs: locale ? { ...slugs, [locale]: String(value ?? '') } : slugs }
  return { data: placed(data, at.split('.'), locale ?? null, value) as JsonObject, slugs }
}

/** The server names a place without the language; in the data the language stands where the localized field begins. */
function placed(data: Json, path: string[], locale: string | null, value: Json): Json {
  const [name, ...rest] = path
  if (name === undefined) return locale ? { ...(isObject(data) ? data : {}), [locale]: value } : value
  if (Array.isArray(data)) return placedInList(data as Element[], name, rest, locale, value)
  const before: JsonObject = isObject(data) ? data : {}
  if (locale && !(name in before) && locale in before) {
    return { ...before, [locale]: placed(before[locale], path, null, value) }
  }
  return { ...before, [name]: placed(before[name], rest, locale, value) }
}

function placedInList(list: Element[], id: string, rest: string[], locale: string | null, value: Json): Json {
  if (rest.length > 0) return list.map((one) => (one.id === id ? placed(one, rest, locale, value) : one))
  const others = list.filter((one) => one.id !== id)
  if (!isObject(value)) return others
  const place = list.findIndex((one) => one.id === id)
  return others.toSpliced(place < 0 ? others.length : place, 0, { ...value, id } as Element)
}
