import { Button, Modal, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { useSitesWith } from '../session/useSitesWith'
import { problemOf, Refusal } from '../ui/Refusal'
import { CreateReleaseDocument } from './gql/graphql'
import { RIGHT } from './right'

/** A name, and the site in whose time it is scheduled. */
export function NewRelease({ onClose, onMade }: { onClose: () => void; onMade: (id: string) => void }) {
  const { t } = useTranslation(['releases', 'ui'])
  const { sites } = useSitesWith(RIGHT)
  const { run, refusal, isBusy } = useVerb(CreateReleaseDocument, { touches: ['ReleaseConnection'] })
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const site = chosen ?? sites[0]?.value

  async function create(event: FormEvent) {
    event.preventDefault()
    const done = site ? await run({ name, site }) : null
    if (done?.release) onMade(done.release.id)
  }

  return (
    <Modal opened onClose={onClose} title={t('new')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={create}>
        <Stack>
          <Refusal refusal={refusal} fields={['name', 'site']} area="releases" />
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            value={name}
            error={problemOf(refusal, 'name', t)}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
          />
          {sites.length > 1 && (
            <Select
              label={t('site')}
              description={t('siteHint')}
              data={sites}
              value={site ?? null}
              error={problemOf(refusal, 'site', t)}
              onChange={setChosen}
              allowDeselect={false}
            />
          )}
          <Button type="submit" loading={isBusy} disabled={!name.trim() || !site}>
            {t('create')}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
