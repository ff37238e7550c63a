import { Checkbox, Stack, TextInput } from '@mantine/core'
import { textIn } from '../form'
import { PartsField } from '../OptionsField'
import { Heading } from './shared/Heading'
import type { PreviewProps, QuestionKind } from './shared/kind'

export const kind: QuestionKind = {
  Preview,
  numbers: ['min', 'max', 'max_length'],
  settings: ['options'],
  Settings: PartsField,
}

/** One entry of several: its parts are written or ticked. */
function Preview({ question, locale, shared }: PreviewProps) {
  return (
    <div>
      <Heading {...shared} />
      <Stack gap="xs" mt={4}>
        {(question.options ?? []).map((part) =>
          part.tick ? (
            <Checkbox key={part.id} label={textIn(part.label, locale) || part.slug} />
          ) : (
            <TextInput key={part.id} label={textIn(part.label, locale) || part.slug} />
          ),
        )}
      </Stack>
    </div>
  )
}
