import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Doorway } from './Doorway'

/** In the window of a sign-in service that was opened beside somebody's work. */
export function SignedInPage() {
  const { t } = useTranslation('session')
  return (
    <Doorway title={t('signedIn')}>
      <Text role="status">{t('signedInHint')}</Text>
    </Doorway>
  )
}
