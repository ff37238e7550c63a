import { Fieldset, Group, MultiSelect, Select, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import { useValue } from '../../form/store/useDraft'
import { type Condition, type Question, questionsOf, type Step, textIn } from './form'
import { kindOf } from './kinds'
import type { Choice } from './questions/shared/kind'
import { PATH } from './useSteps'
import { useVocabularies } from './useTerms'

type Props = { path: string[]; question: Question; kind: 'show_if' | 'waived_if' }

/** On which answer to an earlier question this one is asked, or need not be answered. */
export function ConditionField({ path, question, kind }: Props) {
  const { t } = useTranslation('form-builder')
  const { locale, isReadOnly, problems } = useForm()
  const [steps = []] = useValue<Step[]>(PATH)
  const [condition, set] = useValue<Condition>(path)
  const before = useEarlier(steps, question, locale)
  const key = condition?.question ?? null
  const asked = questionsOf(steps).find((one) => one.key === key)
  const choices = useChoices(asked, locale)
  const values = condition?.values ?? []
  const wrong = problems.find(({ field }) => field === path.join('.'))
  const unknown =
    key && !before.some((one) => one.value === key) ? [{ value: key, label: textIn(asked?.label, locale) || key }] : []
  if (before.length === 0 && !key) return null
  return (
    <Fieldset legend={t(`conditions.${kind}`)} id={fieldId(path)} variant="filled">
      <Group align="start" gap="sm">
        <Select
          label={t('conditions.question')}
          placeholder={t(`conditions.${kind}Always`)}
          data={[...before, ...unknown]}
          value={key}
          onChange={(next) => set(next ? { question: next, values: [] } : null)}
          disabled={isReadOnly}
          clearable
          searchable
          selectFirstOptionOnChange
          flex="1 1 14rem"
        />
        {key && (
          <MultiSelect
            label={t('conditions.values')}
            data={withUnknown(choices, values)}
            value={values}
            onChange={(next) => set({ question: key, values: next })}
            disabled={isReadOnly}
            searchable
            selectFirstOptionOnChange
            hidePickedOptions
            flex="1 1 14rem"
          />
        )}
      </Group>
      {wrong && (
        <Text size="sm" c="red" mt={4}>
          {t(`problems.${wrong.code}`, { defaultValue: wrong.message })}
        </Text>
      )}
    </Fieldset>
  )
}

/** Questions above this one on whose answers something may depend. */
function useEarlier(steps: Step[], question: Question, locale: string): Choice[] {
  return useMemo(() => {
    const all = questionsOf(steps)
    const place = all.findIndex(({ id }) => id === question.id)
    return all
      .slice(0, place)
      .filter((one) => kindOf(one).answers)
      .map((one) => ({ value: one.key ?? '', label: textIn(one.label, locale) || one.key || '' }))
  }, [steps, question.id, locale])
}

function useChoices(asked: Question | undefined, locale: string): Choice[] {
  const { t } = useTranslation('form-builder')
  const vocabularies = useVocabularies()
  return asked ? (kindOf(asked).answers?.(asked, { t, locale, vocabularies }) ?? []) : []
}

/** What was chosen and is gone must be seen, to be taken out. */
function withUnknown(choices: Choice[], values: string[]): Choice[] {
  const gone = values.filter((value) => !choices.some((one) => one.value === value))
  return [...choices, ...gone.map((value) => ({ value, label: value }))]
}
