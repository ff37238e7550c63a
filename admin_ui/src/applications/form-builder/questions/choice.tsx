import { Radio, Select, Stack } from '@mantine/core'
import { OptionsField } from '../OptionsField'
import { chosenOf } from './shared/answers'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = {
  Preview,
  settings: ['options', 'vocabulary'],
  Settings: OptionsField,
  answers: chosenOf,
}

/** More options than that are in a list that opens. */
const MANY = 8

function Preview({ question, answer, onAnswer, shared, ...words }: PreviewProps) {
  const options = chosenOf(question, words)
  const chosen = typeof answer === 'string' ? answer : null
  if (options.length > MANY) return <Select {...shared} data={options} value={chosen} onChange={onAnswer} searchable />
  return (
    <Radio.Group {...shared} value={chosen} onChange={onAnswer}>
      <Stack gap={6} mt="xs">
        {options.map((one) => (
          <Radio key={one.value} {...one} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
