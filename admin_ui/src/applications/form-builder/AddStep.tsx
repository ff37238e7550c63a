import { Button, Group, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../form/FormContext'
import { newElementId } from '../../form/store/json'
import { keyFor } from '../../vocabularies/terms'
import type { Step } from './form'
import type { Change } from './StepRow'

const MOST = 20

/** A step begins with its title. */
export function AddStep({ steps, change }: { steps: Step[]; change: Change }) {
  const { t } = useTranslation('form-builder')
  const { locale } = useForm()
  const [title, setTitle] = useState('')

  function add(event: FormEvent) {
    event.preventDefault()
    const key = keyFor(title, new Set(steps.map((one) => one.key ?? '')))
    const step: Step = { id: newElementId(), key, title: { [locale]: title.trim() }, questions: [] }
    change((now) => [...now, step], t('added', { title }))
    setTitle('')
  }

  if (steps.length >= MOST) return null
  return (
    <form onSubmit={add}>
      <Group mt="lg" align="end" gap="xs">
        <TextInput
          label={t('newStep')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          maxLength={120}
          flex="1 1 12rem"
          maw={420}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={!title.trim()}
        >
          {t('addStep')}
        </Button>
      </Group>
    </form>
  )
}
