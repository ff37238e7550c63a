import type { TFunction } from 'i18next'
import { languageName } from '../i18n/format'

/** What visitors of a language read where a text is not published in it. */
export function chainInWords(t: TFunction, locale: string, chain: string[]): string {
  const language = languageName(locale)
  if (!chain.length) return t('sites:chainNone', { language })
  return t('sites:chain', { language, others: chain.map(languageName).join(t('sites:thenIn')) })
}
