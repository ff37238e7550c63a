import { currentLanguage } from './index'

type Made = Intl.DateTimeFormat | Intl.NumberFormat | Intl.RelativeTimeFormat | Intl.DisplayNames
const made = new Map<string, Made>()

/** Making one takes longer than all else that a row of a list does. */
function kept<One extends Made>(key: string, make: () => One): One {
  const found = (made.get(key) as One | undefined) ?? make()
  made.set(key, found)
  return found
}

/** A format of dates that is made once. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `date ${language} ${JSON.stringify(options)}`
  return kept(key, () => new Intl.DateTimeFormat(language, options))
}

/** What languages or countries are called in a language. */
export function namesIn(language: string, type: 'language' | 'region'): Intl.DisplayNames {
  return kept(`names ${language} ${type}`, () => new Intl.DisplayNames([language], { type }))
}

const MINUTE = 60_000
const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
]

/** "3 hours ago", or the date where it is longer ago (or further ahead) than a week. */
export function when(moment: string, now = Date.now()): string {
  const away = new Date(moment).getTime() - now
  if (Math.abs(away) > 7 * 24 * 60 * MINUTE) return day(moment)
  const [unit, length] = STEPS.find(([, one]) => Math.abs(away) >= one) ?? ['minute', MINUTE]
  const language = currentLanguage()
  const format = kept(`ago ${language}`, () => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }))
  return format.format(Math.trunc(away / length), unit)
}

export function day(moment: string): string {
  return dateFormat(currentLanguage(), { dateStyle: 'medium' }).format(new Date(moment))
}

const MOMENT = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZoneName: 'short',
} as const

/**
 * A moment with its zone, such as "21 Nov 2023, 09:00 EET". `timeZone`: of the site, for what happens there by its clock
 * (publication, releases, deadlines of calls); what people and the program did is told in the zone of whoever reads.
 */
export function moment(given: string, timeZone?: string): string {
  return dateFormat(currentLanguage(), { ...MOMENT, timeZone }).format(new Date(given))
}

/** The time of a day, with its zone. */
export function timeOfDay(given: string): string {
  const { hour, minute, timeZoneName } = MOMENT
  return dateFormat(currentLanguage(), { hour, minute, timeZoneName }).format(new Date(given))
}

export function number(value: number): string {
  const language = currentLanguage()
  return kept(`number ${language}`, () => new Intl.NumberFormat(language)).format(value)
}

export function languageName(locale: string): string {
  return namesIn(currentLanguage(), 'language').of(locale) ?? locale
}
