import { Select } from '@mantine/core'
import { countries } from './shared/answers'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = { Preview, answers: countries }

function Preview({ answer, onAnswer, shared }: PreviewProps) {
  const chosen = typeof answer === 'string' && answer ? answer : null
  return <Select {...shared} data={countries()} value={chosen} onChange={onAnswer} searchable />
}
