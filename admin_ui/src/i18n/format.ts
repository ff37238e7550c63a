import { currentLanguage } from './index'

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
  return new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' }).format(Math.trunc(away / length), unit)
}

export function day(moment: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium' }).format(new Date(moment))
}

export function moment(given: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(given))
}

export function number(value: number): string {
  return new Intl.NumberFormat(currentLanguage()).format(value)
}

export function languageName(locale: string): string {
  return new Intl.DisplayNames([currentLanguage()], { type: 'language' }).of(locale) ?? locale
}
