import { Checkbox } from '@mantine/core'
import { yesAndNo } from './shared/answers'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = { Preview, answers: (_question, words) => yesAndNo(words) }

function Preview({ answer, onAnswer, shared }: PreviewProps) {
  return (
    <Checkbox
      label={
        <>
          {shared.label} {shared.withAsterisk && <span aria-hidden>*</span>}
        </>
      }
      description={shared.description}
      checked={answer === true}
      onChange={(event) => onAnswer(event.currentTarget.checked)}
    />
  )
}
