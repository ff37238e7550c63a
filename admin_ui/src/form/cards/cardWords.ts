import { currentLanguage } from '../../i18n'
import type { Card } from './CardStore'

/** What tells an item apart from others of its name: as what a person last spoke, where an organisation is. */
export function cardWords({ lastAppearance: last, values }: Card): string {
  if (last) return [last.role, last.organisationName ?? last.organisation?.title].filter(Boolean).join(', ')
  const { acronym, country } = (values ?? {}) as { acronym?: string; country?: string }
  return [acronym, country && countryName(country)].filter(Boolean).join(', ')
}

function countryName(code: string): string {
  return new Intl.DisplayNames([currentLanguage()], { type: 'region' }).of(code) ?? code
}
