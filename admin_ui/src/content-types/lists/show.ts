import type { TFunction } from 'i18next'
import { dateFormat, namesIn } from '../../i18n/format'

/** What a cell may ask: the fields that the list has read, and what the choices are called. */
export type Shown = {
  values: Record<string, unknown>
  /** Language of the interface. */
  language: string
  t: TFunction
  option: (field: string, value: string) => string
}

/** A text, in the language of the interface or else in the first that it is written in. */
export function text(field: string) {
  return ({ values, language }: Shown): string => inLanguage(values[field], language)
}

export function inLanguage(value: unknown, language: string): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null) return ''
  const texts = value as Record<string, unknown>
  const found = texts[language] ?? Object.values(texts)[0]
  return typeof found === 'string' ? found : ''
}

export function choice(field: string) {
  return ({ values, option }: Shown): string => {
    const value = values[field]
    return typeof value === 'string' ? option(field, value) : ''
  }
}

export function country(field: string) {
  return ({ values, language }: Shown): string => countryName(values[field], language)
}

function countryName(code: unknown, language: string): string {
  if (typeof code !== 'string') return ''
  return namesIn(language, 'region').of(code) ?? code
}

/** "City, Country", as far as they are known. */
export function place({ values, language }: Shown): string {
  return [inLanguage(values.city, language), countryName(values.country, language)].filter(Boolean).join(', ')
}

/** A day, or a month where no more is known. */
export function day(field: string) {
  return ({ values, language }: Shown): string => {
    const value = values[field]
    return typeof value === 'string' ? dayOf(value, language) : ''
  }
}

const NOON = 'T12:00:00Z'

function dayOf(value: string, language: string): string {
  const isMonth = value.length === 7
  const moment = new Date(isMonth ? `${value}-15${NOON}` : `${value.slice(0, 10)}${NOON}`)
  if (Number.isNaN(moment.getTime())) return value
  const style = isMonth ? ({ month: 'long', year: 'numeric' } as const) : ({ dateStyle: 'medium' } as const)
  return dateFormat(language, { ...style, timeZone: 'UTC' }).format(moment)
}

/** From the first day to the last: "21 – 23 Nov 2023". */
export function days({ values, language, t }: Shown): string {
  const { start, end } = values
  if (typeof start !== 'string') return t('lists:undated')
  const last = typeof end === 'string' && end >= start ? end : start
  const format = dateFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const shown = format.formatRange(new Date(start + NOON), new Date(last + NOON))
  if (values.cancelled) return t('lists:cancelled', { days: shown })
  return values.tentative ? t('lists:tentative', { days: shown }) : shown
}

export function listed(field: string) {
  return ({ values }: Shown): string => {
    const value = values[field]
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : ''
  }
}

export const NOTHING = '–'

/** How many there are of something, a dash for none. */
export function count(field: string) {
  return ({ values }: Shown): string => {
    const value = values[field]
    return Array.isArray(value) && value.length ? String(value.length) : NOTHING
  }
}
