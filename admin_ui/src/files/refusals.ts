import type { TFunction } from 'i18next'
import type { Refusal } from './uploading/upload'

/** What is wrong with a file and what to do about it, in the language of the interface. */
export function refusalWords(t: TFunction<'files'>, refusal: Refusal | null): string {
  const unknown = refusal?.message || t('refusals.FAILED')
  return t(`refusals.${refusal?.code ?? 'FAILED'}`, { defaultValue: unknown })
}
