import type { FieldForm } from './FormContext'
import type { Content } from './store/DraftStore'
import { isObject, isSame, type Json } from './store/json'

export type Place = { at: string; locale: string | null }

/** The fields that differ, of texts each language by itself; what the system writes by itself is left out. */
export function changedPlaces(fields: readonly FieldForm[], before: Content, after: Content): Place[] {
  const written = fields.filter((one) => !one.switches.includes('machine'))
  return [
    ...written.flatMap(({ name, localized }) => placesOf(name, localized, before.data[name], after.data[name])),
    ...placesOf('slugs', true, before.slugs, after.slugs),
  ]
}

function placesOf(at: string, isLocalized: boolean, before: Json, after: Json): Place[] {
  if (isTheSame(before, after)) return []
  if (!isLocalized) return [{ at, locale: null }]
  const [old, fresh] = [before, after].map((one) => (isObject(one) ? one : {})) as [Content['data'], Content['data']]
  const locales = [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
  return locales.filter((one) => !isTheSame(old[one], fresh[one])).map((locale) => ({ at, locale }))
}

/** The server trims texts: that is nobody's change. */
function isTheSame(one: Json, other: Json): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.trim() === other.trim()
  return isSame(one, other)
}
