import type { TFunction } from 'i18next'
import { humanized } from '../content-types/labels'
import { languageName } from '../i18n/format'
import type { ReleaseProblem } from './useCheck'

/** "Theme, Czech: is missing" — the field by its name where it has one. */
export function releaseProblem(t: TFunction, { field, locale, code, message }: ReleaseProblem): string {
  const name = field.split('.').findLast((part) => /^[a-z_]+$/.test(part))
  const place = [
    name && t(`content-types:fields.${name}`, { defaultValue: humanized(name) }),
    locale && languageName(locale),
  ]
  const what = t(`problems.${code}`, { defaultValue: message })
  const where = place.filter(Boolean).join(', ')
  return where ? `${where}: ${what}` : what
}
