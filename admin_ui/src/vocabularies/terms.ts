import type { Element } from '../editor/store/json'
import { isObject } from '../editor/store/json'

export type Term = Element & { slug?: string; label?: Record<string, string> }

/** What a term is called: in this language, else in any, else by its key. */
export function termName({ label, slug }: Term, locale: string): string {
  const texts = isObject(label) ? label : {}
  return String(texts[locale] || Object.values(texts).find(Boolean) || slug || '')
}

/** Those with these words in a label or the key; case and accents do not matter. */
export function matching(terms: Term[], words: string): Term[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean)
  return terms.filter(({ slug, label }) => {
    const text = folded([slug, ...Object.values(label ?? {})].join(' '))
    return wanted.every((one) => text.includes(one))
  })
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

// the Bulgarian law on transliteration, as the server writes addresses
const BULGARIAN = 'аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хh цts чch шsh щsht ъa ьy юyu яya'
const LETTERS = new Map(BULGARIAN.split(' ').map((word) => [word.charAt(0), word.slice(1)]))
const LONGEST_KEY = 64

/** A key for a term of this name that no other term has: "Zelená energie" → "zelena-energie". */
export function keyFor(name: string, taken: Set<string>): string {
  const latin = [...name.normalize('NFC').toLowerCase()].map((letter) => LETTERS.get(letter) ?? letter).join('')
  const key =
    folded(latin)
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, LONGEST_KEY - 4)
      .replace(/^-+|-+$/g, '') || 'term'
  if (!taken.has(key)) return key
  let number = 2
  while (taken.has(`${key}-${number}`)) number += 1
  return `${key}-${number}`
}
