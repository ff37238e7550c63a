import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { wallTime } from '../i18n/siteTime'
import { problemOf, Refusal } from '../ui/Refusal'
import { ReplayWebhookDocument, type WebhookFragment } from './gql/graphql'

const HOUR = 3600_000
const PERIODS = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, all: 30 * 24 * HOUR - HOUR }
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** From which moment on everything is told again. */
export function ReplayDialog({ webhook, onClose }: { webhook: WebhookFragment; onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'ui'])
  const { run, refusal, isBusy } = useVerb(ReplayWebhookDocument, { touches: ['WebhookDeliveryConnection'] })
  const [since, setSince] = useState(local(webhook.failingSince ?? new Date(Date.now() - PERIODS.day)))

  async function replay() {
    if (!(await run({ id: webhook.id, since: new Date(since).toISOString() }))) return
    notifications.show({ message: t('replay.done'), color: 'teal' })
    onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('replay.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        <Refusal refusal={refusal} fields={['since']} area="webhooks" />
        <Text size="sm">{t('replay.hint')}</Text>
        <Group gap="xs">
          {Object.entries(PERIODS).map(([name, length]) => (
            <Button
              key={name}
              size="xs"
              variant="default"
              onClick={() => setSince(local(new Date(Date.now() - length)))}
            >
              {t(`replay.periods.${name}`)}
            </Button>
          ))}
        </Group>
        <TextInput
          type="datetime-local"
          label={t('replay.since')}
          description={HERE}
          value={since}
          max={local(new Date())}
          error={problemOf(refusal, 'since', t)}
          onChange={(event) => setSince(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button loading={isBusy} disabled={!since} onClick={replay}>
            {t('replay.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function local(moment: Date | string): string {
  return wallTime(moment, HERE)
}
