import { Button, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Doorway } from './Doorway'
import { TroubleNotice } from './TroubleNotice'

/** Asking for a password would be of no use. */
export function Away({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation(['session', 'ui'])
  return (
    <Doorway title={t('ui:away')}>
      <Stack>
        <TroubleNotice trouble="away" />
        <Button onClick={onRetry}>{t('ui:retry')}</Button>
      </Stack>
    </Doorway>
  )
}
