import { Checkbox, Stack } from '@mantine/core'
import { OptionsField } from '../OptionsField'
import { chosenOf } from './shared/answers'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = {
  Preview,
  numbers: ['min', 'max'],
  settings: ['options', 'vocabulary'],
  Settings: OptionsField,
  answers: chosenOf,
}

function Preview({ question, answer, onAnswer, shared, ...words }: PreviewProps) {
  const chosen = Array.isArray(answer) ? answer.map(String) : []
  return (
    <Checkbox.Group {...shared} value={chosen} onChange={onAnswer}>
      <Stack gap={6} mt="xs">
        {chosenOf(question, words).map((one) => (
          <Checkbox key={one.value} {...one} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
