import { Group, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Heading } from './shared/Heading'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = { Preview, numbers: ['min', 'max', 'max_days', 'days_ahead'] }

function Preview({ shared }: PreviewProps) {
  const { t } = useTranslation('form-builder')
  return (
    <div>
      <Heading {...shared} />
      <Group grow>
        <TextInput type="date" label={t('from')} />
        <TextInput type="date" label={t('until')} />
      </Group>
    </div>
  )
}
