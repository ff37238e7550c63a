import { NumberInput } from '@mantine/core'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = { Preview, numbers: ['min', 'max'] }

function Preview({ question, shared }: PreviewProps) {
  return <NumberInput {...shared} min={question.min ?? undefined} max={question.max ?? undefined} maw={200} />
}
