import {
  Checkbox,
  FileInput,
  Group,
  NumberInput,
  Radio,
  Select,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { COUNTRIES } from '../../form/fields/countries'
import { currentLanguage } from '../../i18n'
import { type Question, textIn } from './form'
import { kindName } from './settings'
import { optionsOf, type Vocabulary, YES_NO } from './useTerms'

type Props = {
  question: Question
  locale: string
  isRequired: boolean
  vocabularies: Vocabulary[]
  answer: unknown
  onAnswer: (answer: unknown) => void
}

/** One question as an applicant answers it. */
export function PreviewQuestion(props: Props) {
  const { question, locale, isRequired, answer, onAnswer } = props
  const { t } = useTranslation('form-builder')
  const help = textIn(question.help, locale) || undefined
  const shared = {
    label: textIn(question.label, locale) || t('untitledQuestion'),
    description: [help, limits(props, t)].filter(Boolean).join(' ') || undefined,
    withAsterisk: isRequired,
  }
  const text = typeof answer === 'string' ? answer : ''
  const write = (event: { currentTarget: { value: string } }) => onAnswer(event.currentTarget.value)
  const longest = question.max_length
  const count = longest ? `${text.length} / ${longest}` : undefined
  switch (question.type) {
    case 'long_text':
      return (
        <Counted count={count}>
          <Textarea {...shared} value={text} onChange={write} autosize minRows={3} maxRows={8} />
        </Counted>
      )
    case 'number':
      return <NumberInput {...shared} min={question.min ?? undefined} max={question.max ?? undefined} maw={200} />
    case 'yes_no':
      return (
        <Radio.Group {...shared} value={answerWord(answer)} onChange={(value) => onAnswer(value === 'yes')}>
          <Group mt="xs">
            {YES_NO.map((value) => (
              <Radio key={value} value={value} label={t(`answers.${value}`)} />
            ))}
          </Group>
        </Radio.Group>
      )
    case 'consent':
      return (
        <Checkbox
          label={
            <>
              {shared.label} {isRequired && <span aria-hidden>*</span>}
            </>
          }
          description={shared.description}
          checked={answer === true}
          onChange={(event) => onAnswer(event.currentTarget.checked)}
        />
      )
    case 'choice':
    case 'choices':
      return <Choices {...props} shared={shared} />
    case 'country':
      return <Countries shared={shared} value={text} onAnswer={onAnswer} />
    case 'cutoff':
      return <Select {...shared} data={[]} placeholder={t('cutoffsOfCall')} />
    case 'date_ranges':
      return <Ranges shared={shared} />
    case 'files':
      return <FileInput {...shared} placeholder={t('chooseFile')} multiple />
    case 'texts':
      return <TagsInput {...shared} placeholder={t('oneByOne')} />
    case 'group':
      return <Entry {...props} shared={shared} />
    default:
      return (
        <Counted count={count}>
          <TextInput {...shared} type={question.type === 'email' ? 'email' : 'text'} value={text} onChange={write} />
        </Counted>
      )
  }
}

type Shared = { label: string; description?: string; withAsterisk: boolean }

function limits({ question }: Props, t: ReturnType<typeof useTranslation<'form-builder'>>['t']): string {
  if (question.type !== 'files') return ''
  const accept = (question as { accept?: string[] }).accept ?? []
  const megabytes = ((question as { max_bytes?: number }).max_bytes ?? 0) / 1024 / 1024
  const most = question.max_files
  return [
    accept.map(kindName).join(', '),
    megabytes > 0 && t('upTo', { size: megabytes }),
    most && t('filesAtMost', { count: most }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function Counted({ count, children }: { count?: string; children: ReactNode }) {
  return (
    <div>
      {children}
      {count && (
        <Text size="xs" c="dimmed" ta="right">
          {count}
        </Text>
      )}
    </div>
  )
}

function answerWord(answer: unknown): string | null {
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : null
}

const MANY = 8

function Choices({ question, locale, vocabularies, answer, onAnswer, shared }: Props & { shared: Shared }) {
  const options = optionsOf(question, vocabularies).map(({ slug = '', label }) => ({
    value: slug,
    label: textIn(label, locale) || slug,
  }))
  if (question.type === 'choices') {
    const chosen = Array.isArray(answer) ? answer.map(String) : []
    return (
      <Checkbox.Group {...shared} value={chosen} onChange={onAnswer}>
        <Stack gap={6} mt="xs">
          {options.map((one) => (
            <Checkbox key={one.value} value={one.value} label={one.label} />
          ))}
        </Stack>
      </Checkbox.Group>
    )
  }
  const chosen = typeof answer === 'string' ? answer : null
  if (options.length > MANY) return <Select {...shared} data={options} value={chosen} onChange={onAnswer} searchable />
  return (
    <Radio.Group {...shared} value={chosen} onChange={onAnswer}>
      <Stack gap={6} mt="xs">
        {options.map((one) => (
          <Radio key={one.value} value={one.value} label={one.label} />
        ))}
      </Stack>
    </Radio.Group>
  )
}

type CountriesProps = { shared: Shared; value: string; onAnswer: (answer: unknown) => void }

function Countries({ shared, value, onAnswer }: CountriesProps) {
  const names = new Intl.DisplayNames([currentLanguage()], { type: 'region' })
  const data = COUNTRIES.map((code) => ({ value: code, label: names.of(code) ?? code }))
  return <Select {...shared} data={data} value={value || null} onChange={onAnswer} searchable />
}

function Ranges({ shared }: { shared: Shared }) {
  const { t } = useTranslation('form-builder')
  return (
    <div>
      <Text size="sm" fw={500}>
        {shared.label} {shared.withAsterisk && '*'}
      </Text>
      {shared.description && (
        <Text size="xs" c="dimmed">
          {shared.description}
        </Text>
      )}
      <Group grow>
        <TextInput type="date" label={t('from')} />
        <TextInput type="date" label={t('until')} />
      </Group>
    </div>
  )
}

/** One entry of several: its parts are written or ticked. */
function Entry({ question, locale, shared }: Props & { shared: Shared }) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {shared.label} {shared.withAsterisk && '*'}
      </Text>
      {shared.description && (
        <Text size="xs" c="dimmed">
          {shared.description}
        </Text>
      )}
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
