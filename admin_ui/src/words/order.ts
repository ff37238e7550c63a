import { currentLanguage } from '../i18n'

/** Compares words as the language of the interface orders them: in Czech ch follows h. */
export function inOrder(one: string, other: string, language: string = currentLanguage()): number {
  return one.localeCompare(other, language)
}
