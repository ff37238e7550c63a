import { Group, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { yesAndNo } from './shared/answers'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = { Preview, answers: (_question, words) => yesAndNo(words) }

function Preview({ answer, onAnswer, shared }: PreviewProps) {
  const { t } = useTranslation('form-builder')
  const word = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : null
  return (
    <Radio.Group {...shared} value={word} onChange={(value) => onAnswer(value === 'yes')}>
      <Group mt="xs">
        {yesAndNo({ t }).map((one) => (
          <Radio key={one.value} {...one} />
        ))}
      </Group>
    </Radio.Group>
  )
}
