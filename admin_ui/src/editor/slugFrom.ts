const MOST = 80
const LETTERS: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }
/** The Bulgarian law of 2009, whose two exceptions stand below. */
const BULGARIAN: Record<string, string> = Object.fromEntries(
  'а-a б-b в-v г-g д-d е-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-h ц-ts ч-ch ш-sh щ-sht ъ-a ь-y ю-yu я-ya'
    .split(' ')
    .map((one) => one.split('-') as [string, string]),
)

/** That of an item of several that are called the same in different years; "" for a title without a letter or digit. */
export function slugOf(title: string, year: string): string {
  return slugFrom(title) && slugFrom(`${title} ${year}`)
}

/** As the server does where it makes one (`cms/rules/slug.py`). The address that follows from a title: lower-case letters without accents, digits and hyphens; "" for none. */
export function slugFrom(title: string): string {
  const lowered = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘ʼ`´]/g, '')
  const exceptions = lowered.replaceAll('българия', 'bulgaria').replace(/ия(?!\p{L})/gu, 'ia')
  const letters = [...exceptions].map((one) => BULGARIAN[one] ?? LETTERS[one] ?? one)
  const plain = letters.join('').normalize('NFKD').replace(/\p{M}/gu, '')
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return words.length <= MOST ? words : words.slice(0, MOST).replace(/-[^-]*$/, '')
}
