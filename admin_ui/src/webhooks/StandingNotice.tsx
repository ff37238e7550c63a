import { Alert, Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { moment } from '../i18n/format'
import { Refusal } from '../ui/Refusal'
import { UpdateWebhookDocument, type WebhookFragment } from './gql/graphql'
import { standingOf } from './StandingBadge'

/** Why it is told nothing, or nothing arrives, and what to do. */
export function StandingNotice({ webhook }: { webhook: WebhookFragment }) {
  const { t } = useTranslation('webhooks')
  const { run, refusal, isBusy } = useVerb(UpdateWebhookDocument)
  const standing = standingOf(webhook)
  if (standing === 'active') return <Overlap until={webhook.previousSecretUntil} />
  const since = webhook.disabledAt ?? webhook.failingSince
  const reason = webhook.disabledReason === 'GONE' && standing === 'stopped' ? 'gone' : standing

  async function switchOn() {
    if (await run({ id: webhook.id, isActive: true })) notifications.show({ message: t('isOn'), color: 'teal' })
  }

  return (
    <Alert
      color={standing === 'off' ? 'gray' : 'yellow'}
      variant="light"
      icon={<IconAlertTriangle />}
      title={t(`notice.${reason}.title`, { when: since ? moment(since) : '' })}
    >
      <Stack gap="xs" align="flex-start">
        <Refusal refusal={refusal} area="webhooks" />
        <Text size="sm">{t(`notice.${reason}.hint`)}</Text>
        {!webhook.isActive && (
          <Button size="xs" loading={isBusy} onClick={switchOn}>
            {t('switchOn')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}

function Overlap({ until }: { until?: string | null }) {
  const { t } = useTranslation('webhooks')
  if (!until || new Date(until) < new Date()) return null
  return (
    <Alert color="blue" variant="light">
      {t('overlap', { when: moment(until) })}
    </Alert>
  )
}
