import { Button, Group, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { partFields, useForm } from '../../form/FormContext'
import { newElementId } from '../../form/store/json'
import { keyFor } from '../../vocabularies/terms'
import { keysOf, type Question, type Step, textIn } from './form'
import { offeredKinds } from './kinds'
import type { Change } from './StepRow'

/** Questions are written one after the other: what is asked, what kind of answer, Enter. */
export function AddQuestion({ step, change }: { step: Step; change: Change }) {
  const { t } = useTranslation(['form-builder', 'ui'])
  const { form, locale } = useForm()
  const [isOpen, setOpen] = useState(false)
  const [label, setLabel] = useState('')
  const [type, setType] = useState('text')

  function add(event: FormEvent) {
    event.preventDefault()
    if (!label.trim()) return
    change(
      (steps) => {
        const key = keyFor(label, keysOf(steps))
        const question: Question = { id: newElementId(), key, type, label: { [locale]: label.trim() } }
        const withIt = (one: Step) => ({ ...one, questions: [...(one.questions ?? []), question] })
        return steps.map((one) => (one.id === step.id ? withIt(one) : one))
      },
      t('added', { title: label }),
    )
    setLabel('')
  }

  if (!isOpen) {
    return (
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setOpen(true)}
        aria-label={t('addQuestionTo', { title: textIn(step.title, locale) })}
      >
        {t('addQuestion')}
      </Button>
    )
  }
  return (
    <form onSubmit={add}>
      <Group align="end" gap="xs" mt="xs">
        <TextInput
          label={t('newQuestion')}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
          maxLength={300}
          flex="2 1 12rem"
          autoFocus
        />
        <NativeSelect
          label={t('type')}
          data={offeredKinds(partFields(form, 'Question')).map((value) => ({ value, label: t(`types.${value}`) }))}
          value={type}
          onChange={(event) => setType(event.currentTarget.value)}
          flex="1 1 9rem"
        />
        <Button type="submit" variant="default" disabled={!label.trim()}>
          {t('add')}
        </Button>
        <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
          {t('ui:close')}
        </Button>
      </Group>
    </form>
  )
}
