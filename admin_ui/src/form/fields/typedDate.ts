import { dateFormat } from '../../i18n/format'

const ISO = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/
const DAY_FIRST = /^(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4})\.?$/
const YEAR_FIRST = /^(\d{4})\s*[./-]\s*(\d{1,2})(?:\s*[./-]\s*(\d{1,2}))?\.?$/
const MONTH = /^(\d{1,2})\s*[./-]\s*(\d{4})\.?$/
const YEAR_SIGN = /\s*г(?:\.|од(?:ина)?)?$/u

/**
 * A day or month as people of this language write it ("29.11.2026", "29. listopadu 2026", "29 Nov 2026"), as it is
 * stored ("2026-11-29", "2026-11"); what is not understood stays as it is, and the server says so.
 */
export function typedDate(text: string, language: string): string {
  const typed = text.trim().replace(YEAR_SIGN, '')
  if (ISO.test(typed)) return typed
  const [day, month, year] = numbersOf(typed) ?? wordsOf(typed, language) ?? []
  return (year && stored(year, month, day)) || text
}

type Parts = [day: number | undefined, month: number | undefined, year: number]

function numbersOf(typed: string): Parts | null {
  const dayFirst = DAY_FIRST.exec(typed)
  if (dayFirst) return [Number(dayFirst[1]), Number(dayFirst[2]), Number(dayFirst[3])]
  const yearFirst = YEAR_FIRST.exec(typed)
  if (yearFirst) return [yearFirst[3] ? Number(yearFirst[3]) : undefined, Number(yearFirst[2]), Number(yearFirst[1])]
  const month = MONTH.exec(typed)
  return month && [undefined, Number(month[1]), Number(month[2])]
}

function wordsOf(typed: string, language: string): Parts | null {
  const words = typed
    .toLocaleLowerCase(language)
    .split(/[\s.,]+/u)
    .filter(Boolean)
  const month = words.map((word) => monthNamed(word, language)).find((one) => one !== undefined)
  const numbers = words.filter((one) => /^\d+$/.test(one)).map(Number)
  const year = numbers.find((one) => one > 1000)
  const day = numbers.find((one) => one <= 31)
  if (!month || !year || numbers.length !== words.length - 1) return null
  return [day, month, year]
}

function monthNamed(word: string, language: string): number | undefined {
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 15)))
  const found = months.findIndex((one) => namesOf(one, language).some((name) => isName(word, name)))
  return found < 0 ? undefined : found + 1
}

/** Beginnings of three letters or more do. */
const isName = (word: string, name: string) => word === name || (word.length > 2 && name.startsWith(word))

function namesOf(month: Date, language: string): string[] {
  return ['long', 'short'].flatMap((width) => {
    const options = { month: width as 'long' | 'short', timeZone: 'UTC' }
    const alone = dateFormat(language, options).format(month)
    const inDate = dateFormat(language, { ...options, day: 'numeric' }).formatToParts(month)
    const named = inDate.find(({ type }) => type === 'month')?.value ?? alone
    return [alone, named].map((one) => one.toLocaleLowerCase(language).replace(/\.$/, ''))
  })
}

/** Null for a day that the calendar does not have. */
function stored(year: number, month = 0, day?: number): string | null {
  const given = new Date(Date.UTC(year, month - 1, day ?? 1))
  if (given.getUTCMonth() !== month - 1 || given.getUTCDate() !== (day ?? 1)) return null
  return given.toISOString().slice(0, day === undefined ? 7 : 10)
}
