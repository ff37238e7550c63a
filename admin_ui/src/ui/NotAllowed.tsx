import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState'
import { Page } from './Page'

/** Instead of a screen for which one has no right. */
export function NotAllowed({ title }: { title: string }) {
  const { t } = useTranslation('ui')
  return (
    <Page title={title}>
      <EmptyState title={t('notAllowed')}>{t('notAllowedHint')}</EmptyState>
    </Page>
  )
}
