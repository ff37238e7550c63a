import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EmptyState } from './EmptyState'

export function NotThere() {
  const { t } = useTranslation('ui')
  const home = (
    <Button component={Link} to="/" variant="default" mt="sm">
      {t('backHome')}
    </Button>
  )
  return (
    <EmptyState title={t('notThere')} action={home}>
      {t('notThereHint')}
    </EmptyState>
  )
}
