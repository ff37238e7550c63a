import { Box, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useVerb } from '../api/useVerb'
import { useRights } from '../session/useRights'
import { useSitesWith } from '../session/useSitesWith'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { problemOf } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { CreateWebhookDocument } from './gql/graphql'
import { SecretDialog } from './SecretDialog'
import { WebhookForm } from './WebhookForm'
import { RIGHT } from './Webhooks'

/** Asks where to send what, and then shows the secret once. */
export function NewWebhook() {
  const { t } = useTranslation(['webhooks', 'ui'])
  const navigate = useNavigate()
  const { may, isKnown } = useRights()
  const { sites } = useSitesWith(RIGHT)
  const [chosen, setChosen] = useState<string | null>(null)
  const [made, setMade] = useState<{ id: string; secret: string }>()
  const { run, refusal, isBusy } = useVerb(CreateWebhookDocument, { touches: ['WebhookConnection'] })
  const site = chosen ?? (sites.length === 1 ? (sites[0]?.value ?? null) : null)
  if (isKnown && !may(RIGHT)) return <NotYours title={t('new')} />

  async function create(given: { url: string; events: string[]; description: string }) {
    const done = site ? await run({ site, ...given }) : null
    if (done?.created) setMade({ id: done.created.webhook.id, secret: done.created.secret })
  }

  return (
    <Page title={t('new')}>
      <Box maw={720}>
        <Section title={t('settings')} hint={t('newHint')}>
          <WebhookForm label={t('create')} refusal={refusal} isBusy={isBusy} isOff={!site} onGiven={create}>
            <Select
              label={t('site')}
              description={t('siteHint')}
              placeholder={t('choose')}
              data={sites}
              value={site}
              error={problemOf(refusal, 'site', t)}
              onChange={setChosen}
              allowDeselect={false}
              withAsterisk
            />
          </WebhookForm>
        </Section>
      </Box>
      {made && <SecretDialog secret={made.secret} onClose={() => navigate(`/webhooks/${made.id}`)} />}
    </Page>
  )
}
