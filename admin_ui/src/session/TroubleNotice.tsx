import { Alert } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Trouble } from './useAttempt'

/** Why one is not in yet, and how long to wait where that helps. */
export function TroubleNotice({ trouble }: { trouble?: Trouble }) {
  const { t } = useTranslation('session')
  if (!trouble) return null
  return (
    <Alert color="red" variant="light" role="alert">
      {textOf(trouble, t)}
    </Alert>
  )
}

export function textOf(trouble: Trouble, t: TFunction<'session'>): string {
  if (trouble === 'away') return t('away')
  if (trouble.retryAfter && trouble.code === 'TOO_MANY_REQUESTS') return waitText(trouble.retryAfter, t)
  return t(`codes.${trouble.code}`, { defaultValue: trouble.message })
}

function waitText(seconds: number, t: TFunction<'session'>): string {
  return seconds < 90
    ? t('waitSeconds', { count: Math.ceil(seconds) })
    : t('waitMinutes', { count: Math.ceil(seconds / 60) })
}
