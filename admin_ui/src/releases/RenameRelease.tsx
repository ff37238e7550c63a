import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { problemOf, Refusal } from '../ui/Refusal'
import { type ReleaseFragment, RenameReleaseDocument } from './gql/graphql'

export function RenameRelease({ release, onClose }: { release: ReleaseFragment; onClose: () => void }) {
  const { t } = useTranslation(['releases', 'ui'])
  const { run, refusal, isBusy } = useVerb(RenameReleaseDocument)
  const [name, setName] = useState(release.name)

  async function rename(event: FormEvent) {
    event.preventDefault()
    if (await run({ id: release.id, name })) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('rename')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={rename}>
        <Stack>
          <Refusal refusal={refusal} fields={['name']} area="releases" />
          <TextInput
            label={t('name')}
            value={name}
            error={problemOf(refusal, 'name', t)}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button type="submit" loading={isBusy} disabled={!name.trim()}>
              {t('ui:save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
