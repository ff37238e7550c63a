import { Button, Center } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/EmptyState'

/** A fault of ours, or a part of the program that could not be fetched because there is a newer one. */
export function Broken() {
  const { t } = useTranslation('shell')
  const again = (
    <Button onClick={() => window.location.reload()} mt="sm">
      {t('reload')}
    </Button>
  )
  return (
    <Center h="100%" role="alert">
      <EmptyState title={t('broken')} action={again}>
        {t('brokenHint')}
      </EmptyState>
    </Center>
  )
}
