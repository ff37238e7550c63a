import { plainText } from '../form/plainText'
import type { DraftStore } from '../form/store/DraftStore'
import { isObject } from '../form/store/json'

/** All that was typed and is not stored, as text to be kept elsewhere; `name` tells what a field is called. */
export function unsavedText(draft: DraftStore, name: (field: string) => string): string {
  const { changes = {}, slugs = {} } = draft.changes() ?? {}
  const fields = Object.entries(changes).map(([field, value]) => `${name(field)}\n${textOf(value)}`)
  const addresses = Object.entries(slugs).map(([locale, slug]) => `${name('slugs')} (${locale})\n${slug}`)
  return [...fields, ...addresses].join('\n\n')
}

/** Of a localized value each language by itself. */
function textOf(value: unknown): string {
  const isLocalized = isObject(value) && Object.keys(value).every((one) => /^[a-z]{2}(-[A-Za-z]+)?$/.test(one))
  if (!isLocalized) return plainText(value)
  return Object.entries(value)
    .map(([locale, text]) => `[${locale}] ${plainText(text)}`)
    .join('\n')
}
