import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { problemOf, Refusal } from '../ui/Refusal'
import { TermUses } from './TermUses'
import { type Term, termName } from './terms'
import { useTermVerbs } from './useTermVerbs'

type Props = { vocabulary: string; term: Term; onClose: () => void }

/** Gives a term another key, everywhere it is used. */
export function RenameTerm({ vocabulary, term, onClose }: Props) {
  const { t } = useTranslation(['vocabularies', 'ui'])
  const { locale } = useEdited()
  const { rename, refusal, isBusy } = useTermVerbs()
  const [slug] = useState(String(term.slug ?? ''))
  const [to, setTo] = useState(slug)
  const name = termName(term, locale)

  async function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    const move = await rename(slug, to.trim())
    if (!move) return
    notifications.show({ message: t('rename.done', { name, to: to.trim() }), color: 'teal' })
    onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rename.title', { name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          <Text size="sm">{t('rename.hint')}</Text>
          <TextInput
            label={t('key')}
            description={t('keyHint')}
            value={to}
            error={problemOf(refusal, 'to', t)}
            onChange={(event) => setTo(event.currentTarget.value)}
            maxLength={64}
            data-autofocus
          />
          <TermUses vocabulary={vocabulary} slug={slug} name={name} />
          <Refusal refusal={refusal} fields={['to']} area="vocabularies" />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" disabled={!to.trim() || to.trim() === slug} loading={isBusy}>
              {t('rename.do')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
