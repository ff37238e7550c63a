import { contentType, contentTypes } from './types'

/** What a new item of a type has before anybody writes: what nearly everybody would choose, to be changed where not. */
export function newData(type: string, now = new Date()): Record<string, unknown> {
  const { beginsWith = {}, beginsToday = [] } = contentType(type) ?? {}
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((one) => String(one).padStart(2, '0'))
  return { ...beginsWith, ...Object.fromEntries(beginsToday.map((field) => [field, day.join('-')])) }
}

/** The data of a new item that has only its name; undefined where its type needs more. */
export function namedData(type: string, name: string, locale: string): Record<string, unknown> | undefined {
  const named = contentType(type)?.named
  if (!named) return undefined
  return { [named.field]: named.localized ? { [locale]: name } : name }
}

/** What editors begin most often; everything else is in the lists and in the palette. */
export function typesAtHome(): string[] {
  const offered = contentTypes().flatMap(({ name, homePlace }) => (homePlace === null ? [] : [{ name, homePlace }]))
  return offered.sort((one, other) => one.homePlace - other.homePlace).map(({ name }) => name)
}
