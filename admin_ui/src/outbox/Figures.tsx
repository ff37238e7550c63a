import { Alert, Button, Card, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { number, when } from '../i18n/format'
import { Failure } from '../ui/Failure'
import { Refusal } from '../ui/Refusal'
import { Row, Rows } from '../ui/Row'
import { Section } from '../ui/Section'
import { useRepeat } from '../ui/useRepeat'
import { eventName } from './eventName'
import { OutboxFiguresDocument, RetryParkedEventsDocument } from './gql/graphql'

const LATE = 60_000

/** What waits, what is planned, what is stuck; looked at again every few seconds. */
export function Figures() {
  const { t } = useTranslation('outbox')
  const [{ data, error }, ask] = useQuery({ query: OutboxFiguresDocument, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  useRepeat(again, !error, 5000)
  const figures = data?.outboxFigures
  if (error && !figures) return <Failure error={error} retry={again} />
  const oldest = figures?.oldestDueAt
  const isLate = oldest && Date.now() - new Date(oldest).getTime() > LATE
  return (
    <Stack>
      <SimpleGrid cols={3} spacing="sm">
        {(['due', 'scheduled', 'parked'] as const).map((name) => (
          <Card key={name} withBorder padding="md">
            <Text size="sm" c="dimmed">
              {t(`figures.${name}`)}
            </Text>
            {figures ? (
              <Text fw={650} size="xl" c={name === 'parked' && figures.parked ? 'red' : undefined}>
                {number(figures[name])}
              </Text>
            ) : (
              <Skeleton height={30} width={50} />
            )}
          </Card>
        ))}
      </SimpleGrid>
      {isLate && (
        <Alert color="yellow" variant="light" title={t('late', { when: when(oldest) })}>
          {t('lateHint')}
        </Alert>
      )}
      {figures && figures.parkedByName.length > 0 && <Parked parked={figures.parkedByName} />}
    </Stack>
  )
}

/** Kinds of work that are stuck, each to be tried again as a whole. */
function Parked({ parked }: { parked: { name: string; count: number }[] }) {
  const { t } = useTranslation('outbox')
  const touches = ['OutboxEventConnection', 'OutboxFigures']
  const { run, refusal, isBusy } = useVerb(RetryParkedEventsDocument, { touches })

  async function retry(name: string) {
    const done = await run({ name })
    if (done) notifications.show({ message: t('retried', { count: done.retried ?? 0 }), color: 'teal' })
  }

  return (
    <Section title={t('stuck')} hint={t('stuckHint')}>
      <Refusal refusal={refusal} area="outbox" />
      <Rows label={t('stuck')}>
        {parked.map(({ name, count }) => (
          <Row
            key={name}
            title={eventName(t, name)}
            hint={t('stuckCount', { count })}
            aside={
              <Button size="xs" loading={isBusy} onClick={() => void retry(name)}>
                {t('retryAll', { name: eventName(t, name) })}
              </Button>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
