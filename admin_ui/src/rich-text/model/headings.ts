import { slugFrom } from '../../words/slug'
import { isFragment } from './addresses'

export type Heading = { id: string; words: string }
type Part = { type?: unknown; attrs?: { id?: unknown }; text?: unknown; content?: unknown }

/** The headings of all texts in a stored value; of what there is in several languages, those in `locale`. */
export function headingsIn(value: unknown, locale?: string): Heading[] {
  if (Array.isArray(value)) return value.flatMap((one) => headingsIn(one, locale))
  if (typeof value !== 'object' || value === null) return []
  const part = value as Part
  if (part.type === 'heading') return heading(part)
  if (locale && locale in value) return headingsIn((value as Record<string, unknown>)[locale], locale)
  return Object.values(value).flatMap((one) => headingsIn(one, locale))
}

/** One that is not stored yet will have the id that follows from its words. */
function heading(part: Part): Heading[] {
  const words = wordsOf(part).trim()
  const id = isFragment(part.attrs?.id) ? part.attrs.id : slugFrom(words, 60)
  return words && id ? [{ id, words }] : []
}

function wordsOf({ text, content }: Part): string {
  return typeof text === 'string' ? text : Array.isArray(content) ? content.map(wordsOf).join('') : ''
}

/** "#dates" as it is; "#Key dates", as people write it, by the heading of these words. */
export function headingAddress(typed: string, headings: Heading[]): string {
  const given = typed.trim().replace(/^#/, '').trim()
  const known = headings.find(({ id, words }) => id === given || words.toLowerCase() === given.toLowerCase())
  return `#${known?.id ?? given}`
}
