import type { Row } from '../lists/useRows'

export const VERBS = ['publish', 'submit', 'unpublish', 'archive', 'share', 'delete'] as const
export type Verb = (typeof VERBS)[number]
/** Languages that a verb is done in, the sites that items are shared to, and what is published along. */
export type Choice = { locales: string[]; sites: string[]; together?: string[] }

const BY_LANGUAGE: readonly Verb[] = ['publish', 'submit', 'unpublish', 'archive']

export function isByLanguage(verb: Verb): boolean {
  return BY_LANGUAGE.includes(verb)
}

/** What there is no reason for while visitors see all of it. */
const FOR_CHANGES: readonly Verb[] = ['publish', 'submit']

/** The languages in which this may be done with an item, and changes something. */
export function localesFor(verb: Verb, row: Row): string[] {
  return row.states
    .filter(({ allowedTransitions }) => allowedTransitions.includes(verb))
    .filter((one) => !(FOR_CHANGES.includes(verb) && one.state === 'published' && !one.isChanged))
    .map(({ locale }) => locale)
}

export function mayDo(verb: Verb, row: Row): boolean {
  return isByLanguage(verb) ? localesFor(verb, row).length > 0 : row.rights.includes(verb)
}

/** {language: how many of the items it may be done with}. */
export function languagesOf(verb: Verb, rows: Row[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const row of rows) for (const locale of localesFor(verb, row)) found.set(locale, (found.get(locale) ?? 0) + 1)
  return found
}

/** Those of the items with which something is to be done. */
export function meant(verb: Verb, rows: Row[], { locales }: Choice): Row[] {
  if (!isByLanguage(verb)) return rows.filter((row) => mayDo(verb, row))
  return rows.filter((row) => localesFor(verb, row).some((locale) => locales.includes(locale)))
}
