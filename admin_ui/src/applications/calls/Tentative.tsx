import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Marks a deadline that is not certain yet. */
export function Tentative() {
  const { t } = useTranslation('calls')
  return (
    <Badge size="sm" variant="light" color="yellow">
      {t('tentative')}
    </Badge>
  )
}
