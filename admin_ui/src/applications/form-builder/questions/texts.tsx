import { TagsInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = { Preview, numbers: ['min', 'max', 'max_length'] }

function Preview({ shared }: PreviewProps) {
  const { t } = useTranslation('form-builder')
  return <TagsInput {...shared} placeholder={t('oneByOne')} />
}
