import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState'
import { Page } from './Page'

/** A screen that the person has no right to, or not any more. */
export function NotYours({ title }: { title: string }) {
  const { t } = useTranslation('ui')
  return (
    <Page title={title}>
      <EmptyState title={t('notYours')}>{t('notYoursHint')}</EmptyState>
    </Page>
  )
}
