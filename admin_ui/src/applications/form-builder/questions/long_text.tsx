import { Textarea } from '@mantine/core'
import { Counted } from './shared/Counted'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = { Preview, numbers: ['max_length'] }

function Preview({ question, answer, onAnswer, shared }: PreviewProps) {
  const text = typeof answer === 'string' ? answer : ''
  const write = (event: { currentTarget: { value: string } }) => onAnswer(event.currentTarget.value)
  return (
    <Counted text={text} most={question.max_length}>
      <Textarea {...shared} value={text} onChange={write} autosize minRows={3} maxRows={8} />
    </Counted>
  )
}
