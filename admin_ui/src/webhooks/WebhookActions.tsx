import { Button, Group, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useVerb } from '../api/useVerb'
import { confirm } from '../ui/confirm'
import { Refusal } from '../ui/Refusal'
import { DeleteWebhookDocument, TestWebhookDocument, UpdateWebhookDocument, type WebhookFragment } from './gql/graphql'
import { ReplayDialog } from './ReplayDialog'
import { RotateDialog } from './RotateDialog'
import { hostOf } from './Webhooks'

type Props = { webhook: WebhookFragment; onSecret: (secret: string) => void }

/** What can be done with a webhook. */
export function WebhookActions({ webhook, onSecret }: Props) {
  const { t } = useTranslation(['webhooks', 'ui'])
  const navigate = useNavigate()
  const [question, setQuestion] = useState<'replay' | 'rotate'>()
  const test = useVerb(TestWebhookDocument, { touches: ['WebhookDeliveryConnection'] })
  const update = useVerb(UpdateWebhookDocument)
  const remove = useVerb(DeleteWebhookDocument)
  const { id, isActive } = webhook
  const close = () => setQuestion(undefined)

  async function send() {
    if (await test.run({ id })) notifications.show({ message: t('tested'), color: 'teal' })
  }

  async function forget() {
    if (await remove.run({ id })) navigate('/webhooks')
  }

  return (
    <>
      <Refusal refusal={test.refusal ?? update.refusal ?? remove.refusal} area="webhooks" />
      <Group gap="xs">
        <Button leftSection={<IconSend size={16} aria-hidden />} loading={test.isBusy} onClick={send}>
          {t('test')}
        </Button>
        <Button variant="default" onClick={() => setQuestion('replay')} disabled={!isActive}>
          {t('replay.do')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconDots size={16} aria-hidden />}>
              {t('more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setQuestion('rotate')}>{t('rotate.do')}</Menu.Item>
            {isActive && (
              <Menu.Item onClick={() => void update.run({ id, isActive: false })}>{t('switchOff')}</Menu.Item>
            )}
            <Menu.Item c="red" onClick={() => confirm(t, 'remove', () => void forget(), { name: hostOf(webhook.url) })}>
              {t('remove.confirm')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
      {question === 'replay' && <ReplayDialog webhook={webhook} onClose={close} />}
      {question === 'rotate' && <RotateDialog id={id} onClose={close} onSecret={onSecret} />}
    </>
  )
}
