import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState'
import { Paged } from '../ui/Paged'
import { Rows } from '../ui/Row'
import { Section } from '../ui/Section'
import { DeliveryRow } from './DeliveryRow'
import { DeliveriesDocument, type DeliveryState, type WebhookFragment } from './gql/graphql'

const STATES: DeliveryState[] = ['WAITING', 'DELIVERED', 'FAILED']

/** What was sent and what came back, newest first; it follows what is under way. */
export function DeliveryLog({ webhook }: { webhook: WebhookFragment }) {
  const { t } = useTranslation('webhooks')
  const [state, setState] = useState('')
  const choices = ['', ...STATES].map((value) => ({ value, label: t(value ? `states.${value}` : 'anyState') }))
  return (
    <Section title={t('log')} hint={t('logHint')}>
      <SegmentedControl
        size="xs"
        data={choices}
        value={state}
        onChange={setState}
        aria-label={t('state')}
        mb="xs"
        w="fit-content"
        maw="100%"
      />
      <Paged
        query={DeliveriesDocument}
        wanted={{ webhook: webhook.id, state: (state || null) as DeliveryState | null }}
        of={(data) => data.webhook?.deliveries}
        isMoving={(deliveries) => deliveries.some((one) => one.state === 'WAITING')}
        empty={<EmptyState title={t(state ? 'nothingLike' : 'nothingSent')}>{t('nothingSentHint')}</EmptyState>}
      >
        {(deliveries) => (
          <Rows label={t('log')}>
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} url={webhook.url} />
            ))}
          </Rows>
        )}
      </Paged>
    </Section>
  )
}
