import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Page } from '../ui/Page'
import { PreviewPage } from './PreviewPage'

/** The plain preview in a window of its own; the address holds all that it needs. */
export function PreviewScreen() {
  const { t } = useTranslation('preview')
  const [params] = useSearchParams()
  const [site = '', locale = '', token = '', path = ''] = ['site', 'locale', 'token', 'path'].map(
    (name) => params.get(name) ?? '',
  )
  return (
    <Page title={t('title')}>
      <PreviewPage asked={{ site, locale, token, path }} />
    </Page>
  )
}
