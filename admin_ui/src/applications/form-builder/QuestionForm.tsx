import { Group, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldView } from '../../form/FieldView'
import { type FieldForm, partFields, useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import { useDraft } from '../../form/store/useDraft'
import { ConditionField } from './ConditionField'
import classes from './FormBuilder.module.css'
import { type Question, rekeyed } from './form'
import { kindOf, offeredKinds, retyped } from './kinds'
import type { Change } from './StepRow'
import { NumberSetting } from './settings'

type Props = { path: string[]; question: Question; change: Change }

/** Everything about one question: its texts side by side, and what can be set of its type. */
export function QuestionForm({ path, question, change }: Props) {
  const { t } = useTranslation('form-builder')
  const { form, isReadOnly } = useForm()
  const draft = useDraft()
  const fields = partFields(form, 'Question')
  const type = question.type ?? 'text'
  const { numbers = [], Settings, NumberSettings } = kindOf(question)
  const field = (name: string) => fields.find((one) => one.name === name) as FieldForm
  return (
    <Stack gap="sm" className={classes.opened}>
      <FieldView field={field('label')} path={[...path, 'label']} />
      <FieldView field={field('help')} path={[...path, 'help']} />
      <Group align="start" gap="md">
        <NativeSelect
          label={t('type')}
          data={offeredKinds(fields).map((value) => ({ value, label: t(`types.${value}`) }))}
          value={type}
          onChange={(event) => draft.set(path, retyped(question, event.currentTarget.value))}
          disabled={isReadOnly}
          flex="1 1 12rem"
        />
        <KeyField key={question.key} path={path} question={question} change={change} />
      </Group>
      <FieldView field={field('required')} path={[...path, 'required']} />
      {Settings && <Settings path={path} question={question} isReadOnly={isReadOnly} />}
      {(numbers.length > 0 || NumberSettings) && (
        <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} style={{ alignItems: 'end' }}>
          {numbers.map((name) => (
            <NumberSetting key={name} field={field(name)} path={[...path, name]} type={type} />
          ))}
          {NumberSettings && <NumberSettings path={path} question={question} isReadOnly={isReadOnly} />}
        </SimpleGrid>
      )}
      <ConditionField path={[...path, 'show_if']} question={question} kind="show_if" />
      {question.required && <ConditionField path={[...path, 'waived_if']} question={question} kind="waived_if" />}
      <Text size="sm" fw={500} component="h3" m={0}>
        {t('privacy')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <FieldView field={field('personal')} path={[...path, 'personal']} />
        <NumberSetting field={field('keep_months')} path={[...path, 'keep_months']} type={type} />
      </SimpleGrid>
    </Stack>
  )
}

const KEY = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/

/** Under what name answers are stored; conditions follow when it is changed. */
function KeyField({ path, question, change }: Props) {
  const { t } = useTranslation('form-builder')
  const { isReadOnly } = useForm()
  const [given, setGiven] = useState(question.key ?? '')
  const isFine = KEY.test(given)

  function keep() {
    if (isFine && given !== question.key) change((steps) => rekeyed(steps, question.id, given))
    else if (!isFine) setGiven(question.key ?? '')
  }

  return (
    <TextInput
      id={fieldId([...path, 'key'])}
      label={t('key')}
      description={t('keyHint')}
      value={given}
      error={isFine ? undefined : t('keyRule')}
      onChange={(event) => setGiven(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
      disabled={isReadOnly}
      maxLength={64}
      spellCheck={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      flex="1 1 12rem"
    />
  )
}
