import { Anchor, Button, Code, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { moment, number } from '../i18n/format'
import { Failure } from '../ui/Failure'
import { Refusal } from '../ui/Refusal'
import { SkeletonRows } from '../ui/SkeletonRows'
import { type DeliveryFragment, OneDeliveryDocument, type OneDeliveryQuery, RetryDeliveryDocument } from './gql/graphql'

type Message = NonNullable<OneDeliveryQuery['webhookDelivery']>

/** The request as it is sent, each answer, and another try. */
export function DeliveryDetails({ delivery, url }: { delivery: DeliveryFragment; url: string }) {
  const { t } = useTranslation('webhooks')
  const { run, refusal, isBusy } = useVerb(RetryDeliveryDocument)
  const [{ data, error }, ask] = useQuery({
    query: OneDeliveryDocument,
    variables: { id: delivery.id },
    requestPolicy: 'cache-and-network',
  })
  const message = data?.webhookDelivery
  if (error) return <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />
  if (!message) return <SkeletonRows rows={3} height={60} />
  return (
    <Stack gap="sm" pt="sm">
      <Refusal refusal={refusal} area="webhooks" />
      <Group gap="md">
        <Button size="xs" variant="default" loading={isBusy} onClick={() => void run({ id: delivery.id })}>
          {t('sendAgain')}
        </Button>
        <About message={message} />
      </Group>
      <Part title={t('request')}>{`POST ${url}\nwebhook-id: ${message.messageId}\n\n${readable(message.body)}`}</Part>
      {message.attempts.toReversed().map((attempt) => (
        <Part key={attempt.at} title={t('answerAt', { when: moment(attempt.at) })}>
          {[
            attempt.status && `HTTP ${attempt.status}`,
            t('took', { time: number(attempt.milliseconds) }),
            attempt.error,
            attempt.answer && `\n${attempt.answer}`,
          ]
            .filter(Boolean)
            .join('\n')}
        </Part>
      ))}
      {message.attempts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('notTried')}
        </Text>
      )}
    </Stack>
  )
}

/** The item that it tells of. */
function About({ message }: { message: Message }) {
  const { t } = useTranslation('webhooks')
  const { type } = (JSON.parse(message.body) as { data?: { type?: string } }).data ?? {}
  if (!message.item || !type) return null
  return (
    <Anchor component={Link} to={`/content/${type}/${message.item}`} size="sm">
      {t('toItem')}
    </Anchor>
  )
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <div>
      <Title order={3} size="h6" mb={4}>
        {title}
      </Title>
      <Code block tabIndex={0} role="group" aria-label={title} style={{ maxHeight: 320 }}>
        {children}
      </Code>
    </div>
  )
}

function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
