import type { FieldForm } from '../form/FormContext'
import { currentLanguage } from '../i18n'

/** What a choice is called in the language of the interface; undefined for none. */
export function useChoiceLabel(fields: FieldForm[], name: string, value: string | undefined): string | undefined {
  const labels = fields.find((one) => one.name === name)?.options.find((one) => one.value === value)?.labels
  return labels?.find((one) => one.locale === currentLanguage())?.text ?? labels?.[0]?.text ?? value
}
