import table from '../../../cms/content/rules/letters.json'
import { folded } from './folding'

const LONGEST = 80
const APOSTROPHES = new RegExp(`[${table.apostrophes}]`, 'gu')
const [COUNTRY = '', COUNTRY_NAME = ''] = table.exceptions.country
const [ENDING = '', PLAIN_ENDING = ''] = table.exceptions.ending
const AT_THE_END = new RegExp(`${ENDING}(?![\\p{L}\\p{N}_])`, 'gu')

/** That of an item of several that are called the same in different years; "" for a title without a letter or digit. */
export function slugOf(title: string, year: string): string {
  return slugFrom(title) && slugFrom(`${title} ${year}`)
}

/** The address that follows from a title, as the server makes it (`cms/content/rules/slug.py`): small Latin letters, digits and
 * single hyphens, cut between words where there is one; "" where nothing of the title can be written so. */
export function slugFrom(title: string, longest = LONGEST): string {
  const lowered = title.normalize('NFC').toLowerCase().replace(APOSTROPHES, '')
  const plain = lowered.replaceAll(COUNTRY, COUNTRY_NAME).replace(AT_THE_END, PLAIN_ENDING)
  const whole = folded(plain)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return cut(whole, longest)
}

function cut(whole: string, longest: number): string {
  if (whole.length <= longest) return whole
  const end = whole.slice(0, longest + 1).lastIndexOf('-')
  return end > Math.floor(longest / 2) ? whole.slice(0, end) : whole.slice(0, longest).replace(/^-+|-+$/g, '')
}
