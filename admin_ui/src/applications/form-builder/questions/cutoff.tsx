import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = { Preview }

function Preview({ shared }: PreviewProps) {
  const { t } = useTranslation('form-builder')
  return <Select {...shared} data={[]} placeholder={t('cutoffsOfCall')} />
}
