import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRights } from '../session/useRights'
import { EmptyState } from '../ui/EmptyState'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { Paged } from '../ui/Paged'
import { Rows } from '../ui/Row'
import { Section } from '../ui/Section'
import { useAddressFilter } from '../ui/useAddressFilter'
import { EventRow } from './EventRow'
import { Figures } from './Figures'
import { OutboxDocument, type OutboxState } from './gql/graphql'
import { RIGHT } from './right'

const STATES: OutboxState[] = ['PARKED', 'WAITING', 'DONE', 'DROPPED']
const NAMES = ['state'] as const

/** How the work that follows changes is going, and what of it waits for a person. */
export function Outbox() {
  const { t } = useTranslation('outbox')
  const { may, isKnown } = useRights()
  const { filter, choose } = useAddressFilter(NAMES)
  const state = STATES.find((one) => one === filter.state) ?? 'PARKED'
  if (isKnown && !may(RIGHT)) return <NotYours title={t('title')} />
  return (
    <Page title={t('title')}>
      <Stack>
        <Text c="dimmed" maw={640}>
          {t('hint')}
        </Text>
        <Figures />
        <Section title={t('events')} hint={t(`hints.${state}`)}>
          <SegmentedControl
            size="xs"
            mb="xs"
            w="fit-content"
            maw="100%"
            aria-label={t('state')}
            data={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
            value={state}
            onChange={(value) => choose('state', value)}
          />
          <Paged
            query={OutboxDocument}
            wanted={{ filter: { state } }}
            of={(data) => data.outbox}
            isMoving={() => state === 'WAITING'}
            empty={<EmptyState title={t(`empty.${state}`)}>{t(`emptyHints.${state}`)}</EmptyState>}
          >
            {(events) => (
              <Rows label={t('events')}>
                {events.map((event) => (
                  <EventRow key={event.id} event={event} />
                ))}
              </Rows>
            )}
          </Paged>
        </Section>
      </Stack>
    </Page>
  )
}
