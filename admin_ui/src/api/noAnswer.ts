import i18next from 'i18next'
import type { CombinedError } from 'urql'
import { troubleOf } from './trouble'

/** Why a request got no answer, and what to do next. Of a fault it says by which id it is found in the server's log. */
export function noAnswer(error: CombinedError | undefined): string {
  const { kind, requestId, message } = troubleOf(error)
  if (kind === 'said') return message
  if (kind === 'away') return i18next.t('ui:awayHint')
  return [i18next.t('ui:fault'), requestId && i18next.t('ui:faultId', { id: requestId })].filter(Boolean).join(' ')
}
