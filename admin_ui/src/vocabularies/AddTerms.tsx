import { Button, Group, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ClipboardEvent, type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../form/FormContext'
import { useDraft } from '../form/store/useDraft'
import { languageName } from '../i18n/format'
import { keyFor, type Term } from './terms'

const MOST_TERMS = 500
const LONGEST = 120

/** Adds a term by its label in the language that is edited, or one for each line that is pasted. */
export function AddTerms({ terms }: { terms: Term[] }) {
  const { t } = useTranslation('vocabularies')
  const { locale } = useForm()
  const draft = useDraft()
  const [label, setLabel] = useState('')
  const isFull = terms.length >= MOST_TERMS

  function add(labels: string[]) {
    const taken = new Set(terms.map(({ slug }) => slug ?? ''))
    for (const one of labels.slice(0, MOST_TERMS - terms.length)) {
      const slug = keyFor(one, taken)
      taken.add(slug)
      draft.add(['terms'], { slug, label: { [locale]: one } })
    }
    setLabel('')
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (label.trim()) add([label.trim()])
  }

  function paste(event: ClipboardEvent) {
    const lines = event.clipboardData.getData('text/plain').split(/\r?\n/)
    const labels = lines.map((one) => one.trim().slice(0, LONGEST)).filter(Boolean)
    if (labels.length < 2) return
    event.preventDefault()
    add(labels)
  }

  return (
    <form onSubmit={submit}>
      <Group gap="xs" mt="sm" align="end">
        <TextInput
          label={t('addLabel', { language: languageName(locale) })}
          description={isFull ? t('full') : t('addHint')}
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
          onPaste={paste}
          maxLength={LONGEST}
          disabled={isFull}
          flex={1}
          miw={180}
        />
        <Button
          type="submit"
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={isFull || !label.trim()}
        >
          {t('add')}
        </Button>
      </Group>
    </form>
  )
}
