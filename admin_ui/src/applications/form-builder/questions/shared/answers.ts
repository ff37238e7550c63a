import { COUNTRIES } from '../../../../form/fields/countries'
import { currentLanguage } from '../../../../i18n'
import { type Question, textIn } from '../../form'
import { optionsOf, type Vocabulary } from '../../useTerms'
import type { Choice, Words } from './kind'

export const yesAndNo = ({ t }: { t: Words }): Choice[] =>
  (['yes', 'no'] as const).map((value) => ({ value, label: t(`answers.${value}`) }))

export function countries(): Choice[] {
  const names = new Intl.DisplayNames([currentLanguage()], { type: 'region' })
  return COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }))
}

/** The options, wherever they come from. */
export function chosenOf(question: Question, words: { locale: string; vocabularies: Vocabulary[] }): Choice[] {
  return optionsOf(question, words.vocabularies).map(({ slug = '', label }) => ({
    value: slug,
    label: textIn(label, words.locale) || slug,
  }))
}
