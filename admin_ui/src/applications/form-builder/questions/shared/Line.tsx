import { TextInput } from '@mantine/core'
import { Counted } from './Counted'
import type { PreviewProps } from './kind'

/** One line of text. */
export function Line({ question, answer, onAnswer, shared, type = 'text' }: PreviewProps & { type?: string }) {
  const text = typeof answer === 'string' ? answer : ''
  return (
    <Counted text={text} most={question.max_length}>
      <TextInput {...shared} type={type} value={text} onChange={(event) => onAnswer(event.currentTarget.value)} />
    </Counted>
  )
}
