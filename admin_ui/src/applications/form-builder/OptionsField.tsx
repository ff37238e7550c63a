import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import { useDraft } from '../../form/store/useDraft'
import { useRemoving } from '../../form/useUndoable'
import { languageName } from '../../i18n/format'
import { keyFor } from '../../vocabularies/terms'
import { type Option, type Question, textIn } from './form'
import { useVocabularies } from './useTerms'

type Props = { path: string[]; question: Question }
type ListProps = Props & { isOfParts?: boolean }

/** What can be answered, from a list of the question's own or from a vocabulary. */
export function OptionsField({ path, question }: Props) {
  return <OptionList path={path} question={question} />
}

/** Of what an entry of a list consists. */
export function PartsField({ path, question }: Props) {
  return <OptionList path={path} question={question} isOfParts />
}

function OptionList({ path, question, isOfParts = false }: ListProps) {
  const { t } = useTranslation('form-builder')
  const { isReadOnly, problems } = useForm()
  const draft = useDraft()
  const [isListed, setListed] = useState(Boolean(question.vocabulary))
  const found = problems.find(({ field }) => field === [...path, 'options'].join('.'))
  const wrong = found && isStill(found.code, question) ? found : undefined

  function choose(source: string) {
    setListed(source === 'vocabulary')
    if (source === 'own') draft.set([...path, 'vocabulary'], null)
  }

  return (
    <Fieldset legend={t(isOfParts ? 'parts' : 'options')} id={fieldId([...path, 'options'])} variant="filled">
      {!isOfParts && (
        <SegmentedControl
          size="xs"
          mb="sm"
          aria-label={t('optionsFrom')}
          data={(['own', 'vocabulary'] as const).map((value) => ({ value, label: t(`sources.${value}`) }))}
          value={isListed ? 'vocabulary' : 'own'}
          onChange={choose}
          disabled={isReadOnly}
        />
      )}
      {isListed && !isOfParts ? (
        <VocabularyChoice path={path} question={question} />
      ) : (
        <OwnOptions path={path} question={question} isOfParts={isOfParts} />
      )}
      {wrong && (
        <Text size="sm" c="red" mt={4}>
          {t(`problems.${wrong.code}`, { defaultValue: wrong.message })}
        </Text>
      )}
    </Fieldset>
  )
}

function VocabularyChoice({ path, question }: Props) {
  const { t } = useTranslation('form-builder')
  const { locale, isReadOnly } = useForm()
  const draft = useDraft()
  const vocabularies = useVocabularies()
  const chosen = vocabularies.find(({ key }) => key === question.vocabulary)

  function choose(vocabulary: string | null) {
    draft.set(path, { ...question, vocabulary, ...(vocabulary ? { options: [] } : {}) })
  }

  return (
    <Select
      label={t('vocabulary')}
      description={chosen && t('vocabularyHint', { count: chosen.terms.length })}
      data={vocabularies.map(({ key, label }) => ({ value: key, label: textIn(label, locale) || key }))}
      value={question.vocabulary ?? null}
      onChange={choose}
      disabled={isReadOnly}
      searchable
      selectFirstOptionOnChange
      clearable
      maw={420}
    />
  )
}

/** What was missing when the form was last looked at may have been given since. */
function isStill(code: string, { options = [], vocabulary }: Question): boolean {
  return !['NO_OPTIONS', 'NO_PARTS'].includes(code) || !(options.length || vocabulary)
}

function OwnOptions({ path, question, isOfParts = false }: ListProps) {
  const { isReadOnly } = useForm()
  const options = question.options ?? []
  return (
    <Stack gap="xs">
      <Stack component="ol" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {options.map((option, place) => (
          <OptionRow
            key={option.id}
            path={[...path, 'options']}
            option={option}
            place={place}
            count={options.length}
            isPart={isOfParts}
          />
        ))}
      </Stack>
      {!isReadOnly && <AddOption path={[...path, 'options']} options={options} />}
    </Stack>
  )
}

type RowProps = { path: string[]; option: Option; place: number; count: number; isPart: boolean }

function OptionRow({ path, option, place, count, isPart }: RowProps) {
  const { t } = useTranslation('form-builder')
  const { locale, source, isReadOnly, problems } = useForm()
  const draft = useDraft()
  const removing = useRemoving()
  const at = [...path, option.id]
  const name = textIn(option.label, locale) || option.slug || ''
  const columns = source && source !== locale ? [locale, source] : [locale]
  const wrong = problems.find(({ field }) => field.startsWith(at.join('.')))
  return (
    <li id={fieldId(at)}>
      <Group gap={4} wrap="nowrap" align="center">
        <Group gap="xs" flex={1} wrap="wrap">
          {columns.map((language) => (
            <TextInput
              key={language}
              aria-label={t('optionIn', { name, language: languageName(language) })}
              value={option.label?.[language] ?? ''}
              onChange={(event) => draft.set([...at, 'label', language], event.currentTarget.value)}
              readOnly={isReadOnly}
              data-only-read={isReadOnly || undefined}
              error={wrong !== undefined}
              maxLength={200}
              flex="1 1 9rem"
            />
          ))}
          {isPart && (
            <Checkbox
              label={t('tick')}
              checked={option.tick ?? false}
              onChange={(event) => draft.set([...at, 'tick'], event.currentTarget.checked || null)}
              disabled={isReadOnly}
            />
          )}
        </Group>
        {!isReadOnly && (
          <>
            <Tool
              label={t('upOne', { name })}
              isOff={place === 0}
              onClick={() => draft.move(path, option.id, place - 1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </Tool>
            <Tool
              label={t('downOne', { name })}
              isOff={place === count - 1}
              onClick={() => draft.move(path, option.id, place + 1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </Tool>
            <Tool label={t('removeOne', { name })} onClick={() => removing(name, () => draft.remove(path, option.id))}>
              <IconTrash size={16} aria-hidden />
            </Tool>
          </>
        )}
      </Group>
      {wrong && (
        <Text size="sm" c="red">
          {t(`problems.${wrong.code}`, { defaultValue: wrong.message })}
        </Text>
      )}
    </li>
  )
}

type ToolProps = { label: string; isOff?: boolean; onClick: () => void; children: React.ReactNode }

function Tool({ label, isOff, onClick, children }: ToolProps) {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}

/** One by one, or pasted from a list with one on each line. */
function AddOption({ path, options }: { path: string[]; options: Option[] }) {
  const { t } = useTranslation('form-builder')
  const { locale } = useForm()
  const draft = useDraft()
  const [text, setText] = useState('')

  function add(lines: string[]) {
    const taken = new Set(options.map(({ slug = '' }) => slug))
    for (const line of lines.map((one) => one.trim()).filter(Boolean)) {
      const slug = keyFor(line, taken)
      taken.add(slug)
      draft.add(path, { slug, label: { [locale]: line } })
    }
    setText('')
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    add([text])
  }

  return (
    <form onSubmit={submit}>
      <Group gap="xs" align="end">
        <TextInput
          aria-label={t('newOption')}
          placeholder={t('newOption')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onPaste={(event) => {
            const lines = event.clipboardData.getData('text/plain').split('\n')
            if (lines.length < 2) return
            event.preventDefault()
            add(lines)
          }}
          flex={1}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={!text.trim()}
        >
          {t('add')}
        </Button>
      </Group>
    </form>
  )
}
