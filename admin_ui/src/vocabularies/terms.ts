import type { Element } from '../form/store/json'
import { isObject } from '../form/store/json'
import { isFoundBy } from '../words/folding'
import { slugFrom } from '../words/slug'

export type Term = Element & { slug?: string; label?: Record<string, string> }

/** What a term is called: in this language, else in any, else by its key. */
export function termName({ label, slug }: Term, locale: string): string {
  const texts = isObject(label) ? label : {}
  return String(texts[locale] || Object.values(texts).find(Boolean) || slug || '')
}

/** Those with words in a label or the key that begin as these do; case, accents and scripts do not matter. */
export function matching(terms: Term[], words: string): Term[] {
  return terms.filter(({ slug, label }) => isFoundBy(words, [slug, ...Object.values(label ?? {})].join(' ')))
}

const LONGEST_KEY = 60

/** A key for a term of this name that no other term has: "Zelená energie" → "zelena-energie". */
export function keyFor(name: string, taken: Set<string>): string {
  const key = slugFrom(name, LONGEST_KEY) || 'term'
  if (!taken.has(key)) return key
  let number = 2
  while (taken.has(`${key}-${number}`)) number += 1
  return `${key}-${number}`
}
