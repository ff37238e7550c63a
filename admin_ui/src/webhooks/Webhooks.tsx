import { Button, Select, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { when } from '../i18n/format'
import { useRights } from '../session/useRights'
import { useSitesWith } from '../session/useSitesWith'
import { EmptyState } from '../ui/EmptyState'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { Paged } from '../ui/Paged'
import { Row, Rows } from '../ui/Row'
import { useAddressFilter } from '../ui/useAddressFilter'
import { eventName } from './events'
import { type WebhookFragment, WebhooksDocument } from './gql/graphql'
import { StandingBadge } from './StandingBadge'

export const RIGHT = 'manage_webhooks'
const NAMES = ['site'] as const

/** The programs that are told of changes. */
export function Webhooks() {
  const { t } = useTranslation('webhooks')
  const { may, isKnown } = useRights()
  const { sites, siteName } = useSitesWith(RIGHT)
  const { filter, choose } = useAddressFilter(NAMES)
  const site = filter.site ?? null
  if (isKnown && !may(RIGHT)) return <NotYours title={t('title')} />
  const add = (
    <Button component={Link} to="/webhooks/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={add}>
      <Text c="dimmed" mb="md" maw={640}>
        {t('hint')}
      </Text>
      {sites.length > 1 && (
        <Select
          aria-label={t('anySite')}
          placeholder={t('anySite')}
          data={sites}
          value={site}
          onChange={(chosen) => choose('site', chosen)}
          clearable
          clearButtonProps={{ 'aria-label': t('ui:clear') }}
          maw={280}
          mb="md"
        />
      )}
      <Paged
        query={WebhooksDocument}
        wanted={{ site }}
        of={(data) => data.webhooks}
        rowHeight={64}
        empty={<EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      >
        {(webhooks) => (
          <Rows label={t('title')}>
            {webhooks.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} site={siteName(webhook.site)} />
            ))}
          </Rows>
        )}
      </Paged>
    </Page>
  )
}

function WebhookRow({ webhook, site }: { webhook: WebhookFragment; site: string }) {
  const { t } = useTranslation('webhooks')
  const { id, description, url, events, failingSince } = webhook
  const told = events.map((name) => eventName(t, name))
  return (
    <Row
      to={`/webhooks/${id}`}
      title={description || hostOf(url)}
      hint={`${site} · ${hostOf(url)} · ${told.join(', ')}`}
      aside={
        <>
          {failingSince && (
            <Text size="sm" c="dimmed">
              {t('failingSince', { when: when(failingSince) })}
            </Text>
          )}
          <StandingBadge webhook={webhook} />
        </>
      }
    />
  )
}

export function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return url
  }
}
