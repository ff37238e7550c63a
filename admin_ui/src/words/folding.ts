import table from '../../../cms/content/rules/letters.json'

const ALPHABETS = [table.bulgarian, table.cyrillic, table.greek, table.latin]
const LETTERS = new Map(
  ALPHABETS.flatMap((one) => one.split(' ')).map((word) => [word.charAt(0), word.slice(1)] as const),
)
const MARKS = new RegExp(`[${table.marks}]`, 'gu')

/** As on the server (`cms/content/rules/folding.py`): "Łódź, Пловдив" gives "lodz, plovdiv". */
export function folded(text: string): string {
  const plain = inLatin(text.normalize('NFC').toLowerCase()).normalize('NFKD').replace(MARKS, '')
  return inLatin(plain.toLowerCase())
}

/** "Iași_2023" gives "iasi" and "2023". */
export function foldedWords(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether for each word of `query` a word begins so; case, accents and scripts do not matter. A query of signs alone
 * finds what holds them, an empty one everything. */
export function isFoundBy(query: string, text: string): boolean {
  const wanted = foldedWords(query)
  if (wanted.length === 0) return text.includes(query.trim())
  const words = foldedWords(text)
  return wanted.every((one) => words.some((word) => word.startsWith(one)))
}

function inLatin(text: string): string {
  return [...text].map((letter) => LETTERS.get(letter) ?? letter).join('')
}
