import { Anchor, Box, Stack } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { useRights } from '../session/useRights'
import { useSitesWith } from '../session/useSitesWith'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { Section } from '../ui/Section'
import { SkeletonRows } from '../ui/SkeletonRows'
import { DeliveryLog } from './DeliveryLog'
import { OneWebhookDocument, UpdateWebhookDocument, type WebhookFragment } from './gql/graphql'
import { SecretDialog } from './SecretDialog'
import { StandingBadge } from './StandingBadge'
import { StandingNotice } from './StandingNotice'
import { WebhookActions } from './WebhookActions'
import { type Given, WebhookForm } from './WebhookForm'
import { hostOf, RIGHT } from './Webhooks'

/** One webhook: whether it arrives, what it is told, and everything that was sent. */
export function OneWebhook() {
  const { t } = useTranslation('webhooks')
  const { id = '' } = useParams()
  const { may, isKnown } = useRights()
  const [{ data, error }, ask] = useQuery({
    query: OneWebhookDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  })
  const webhook = data?.webhook
  const isGone = error?.graphQLErrors.some((one) => one.extensions.code === 'NOT_FOUND')
  if (isKnown && !may(RIGHT)) return <NotYours title={t('title')} />
  if (isGone) return <Gone />
  return (
    <Page
      title={webhook ? webhook.description || hostOf(webhook.url) : t('one')}
      actions={webhook && <StandingBadge webhook={webhook} />}
    >
      <Anchor component={Link} to="/webhooks" size="sm" display="inline-block" mb="md">
        {t('back')}
      </Anchor>
      {error && <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />}
      {!webhook && !error && <SkeletonRows rows={4} height={96} />}
      {webhook && <Parts key={webhook.id} webhook={webhook} />}
    </Page>
  )
}

function Gone() {
  const { t } = useTranslation('webhooks')
  const back = (
    <Anchor component={Link} to="/webhooks">
      {t('back')}
    </Anchor>
  )
  return (
    <Page title={t('one')}>
      <EmptyState title={t('gone')} action={back}>
        {t('goneHint')}
      </EmptyState>
    </Page>
  )
}

function Parts({ webhook }: { webhook: WebhookFragment }) {
  const { t } = useTranslation(['webhooks', 'ui'])
  const { siteName } = useSitesWith(RIGHT)
  const { run, refusal, isBusy } = useVerb(UpdateWebhookDocument)
  const [secret, setSecret] = useState<string>()
  const { id, url, events, description } = webhook

  async function save(given: Given) {
    if (await run({ id, ...given })) notifications.show({ message: t('saved'), color: 'teal' })
  }

  return (
    <Stack>
      <StandingNotice webhook={webhook} />
      <WebhookActions webhook={webhook} onSecret={setSecret} />
      <DeliveryLog webhook={webhook} />
      <Section title={t('settings')} hint={t('ofSite', { site: siteName(webhook.site) })}>
        <Box maw={720}>
          <WebhookForm
            key={url + events + description}
            known={{ url, events, description }}
            label={t('ui:save')}
            refusal={refusal}
            isBusy={isBusy}
            onGiven={save}
          />
        </Box>
      </Section>
      {secret && <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />}
    </Stack>
  )
}
