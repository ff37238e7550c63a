import type { Json, JsonObject } from '../../form/store/json'
import type { Days, Kind } from './places'

/** `languages`: those that something is written in, and the one in which one writes. */
type Facts = { start: Json; languages: readonly string[]; days: Days }

/** Days are called alike in every edition; they are texts of visitors, not of the interface. */
const DAY: Record<string, string> = { en: 'Day', cs: 'Den', bg: 'Ден' }
const DAY_MS = 24 * 60 * 60 * 1000

/** A new day has the next number and date; everything else begins empty. */
export function newPart(kind: Kind, { start, languages, days }: Facts): JsonObject {
  if (kind !== 'day') return {}
  const number = days.length + 1
  const label = Object.fromEntries(languages.flatMap((one) => (DAY[one] ? [[one, `${DAY[one]} ${number}`]] : [])))
  const date = nextDate(start, days)
  return { label, ...(date && { date }) }
}

function nextDate(start: Json, days: Days): string | null {
  const last = days.map((one) => one.date).findLast((one) => typeof one === 'string')
  if (typeof last !== 'string') return typeof start === 'string' ? start : null
  return new Date(Date.parse(last) + DAY_MS).toISOString().slice(0, 10)
}
