import { Anchor, Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useVerb } from '../api/useVerb'
import { languageName, moment, when } from '../i18n/format'
import { useSitesWith } from '../session/useSitesWith'
import { confirm } from '../ui/confirm'
import { Refusal } from '../ui/Refusal'
import { Row } from '../ui/Row'
import { eventName } from './eventName'
import { DropEventDocument, type EventFragment, RetryEventDocument } from './gql/graphql'
import { RIGHT } from './right'

const TOUCHES = { touches: ['OutboxEventConnection', 'OutboxFigures'] }

/** One piece of work: about what, since when, and why it is stuck. */
export function EventRow({ event }: { event: EventFragment }) {
  const { t } = useTranslation(['outbox', 'content-types', 'ui'])
  const { siteName } = useSitesWith(RIGHT)
  const retry = useVerb(RetryEventDocument, TOUCHES)
  const drop = useVerb(DropEventDocument, TOUCHES)
  const { id, name, at, site, locale, tries, error, state } = event
  const facts = [
    moment(at),
    site && siteName(site),
    locale && languageName(locale),
    tries > 1 && t('tries', { count: tries }),
    standing(event),
  ]

  function standing({ dueAt, leasedUntil, doneAt }: EventFragment): string | null {
    if (doneAt) return t(state === 'DROPPED' ? 'droppedAt' : 'doneAt', { when: when(doneAt) })
    if (state !== 'WAITING') return null
    if (leasedUntil && new Date(leasedUntil) > new Date()) return t('underWay')
    return t('dueAt', { when: when(dueAt) })
  }

  async function again() {
    if (await retry.run({ id })) notifications.show({ message: t('retried', { count: 1 }), color: 'teal' })
  }

  return (
    <Row
      title={eventName(t, name)}
      hint={
        <>
          {facts.filter(Boolean).join(' · ')} <ToItem event={event} />
        </>
      }
      aside={
        state === 'PARKED' && (
          <>
            <Button size="xs" variant="default" loading={retry.isBusy} onClick={again}>
              {t('retry')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="red"
              loading={drop.isBusy}
              onClick={() => confirm(t, 'drop', () => void drop.run({ id }), { name: eventName(t, name) })}
            >
              {t('drop.confirm')}
            </Button>
          </>
        )
      }
    >
      {error && (
        <Text size="sm" c={state === 'PARKED' ? 'red' : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
          {error}
        </Text>
      )}
      <Refusal refusal={retry.refusal ?? drop.refusal} area="outbox" />
    </Row>
  )
}

function ToItem({ event: { type, item } }: { event: EventFragment }) {
  const { t } = useTranslation('content-types')
  if (!type || !item) return null
  return (
    <Anchor component={Link} to={`/content/${type}/${item}`} size="sm" underline="always">
      {t(`singular.${type}`, type)}
    </Anchor>
  )
}
