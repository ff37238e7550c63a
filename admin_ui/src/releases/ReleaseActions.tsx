import { Button, Group, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useVerb } from '../api/useVerb'
import { confirm } from '../ui/confirm'
import { Refusal } from '../ui/Refusal'
import {
  CancelReleaseDocument,
  DeleteReleaseDocument,
  PublishReleaseDocument,
  type ReleaseFragment,
} from './gql/graphql'
import { isOpen } from './isOpen'
import { RenameRelease } from './RenameRelease'
import { ScheduleRelease } from './ScheduleRelease'

/** `left`: how many items that it refers to stay unpublished. */
type Props = { release: ReleaseFragment; isReady: boolean; left: number; timeZone: string }
const CHECKED = { touches: ['ReleaseCheck'] }

/** When it goes live, or that it does not. */
export function ReleaseActions({ release, isReady, left, timeZone }: Props) {
  const { t } = useTranslation(['releases', 'ui'])
  const navigate = useNavigate()
  const [question, setQuestion] = useState<'schedule' | 'rename'>()
  const publish = useVerb(PublishReleaseDocument, CHECKED)
  const cancel = useVerb(CancelReleaseDocument, CHECKED)
  const remove = useVerb(DeleteReleaseDocument, { touches: ['ReleaseConnection'] })
  const { id, name, state } = release
  const close = () => setQuestion(undefined)
  const leftWords = left > 0 ? t('left', { count: left }) : ''

  async function publishNow() {
    if (await publish.run({ id })) notifications.show({ message: t('published', { name }), color: 'teal' })
  }

  async function forget() {
    if (await remove.run({ id })) navigate('/releases')
  }

  return (
    <>
      <Refusal refusal={publish.refusal ?? cancel.refusal ?? remove.refusal} area="releases" />
      <Group gap="xs">
        {isOpen(release) && (
          <>
            <Button
              disabled={!isReady}
              loading={publish.isBusy}
              onClick={() => confirm(t, 'publish', () => void publishNow(), { left: leftWords })}
            >
              {t('publish.do')}
            </Button>
            <Button variant="default" disabled={!isReady} onClick={() => setQuestion('schedule')}>
              {t('schedule.do')}
            </Button>
          </>
        )}
        {state === 'SCHEDULED' && (
          <Button variant="default" loading={cancel.isBusy} onClick={() => void cancel.run({ id })}>
            {t('cancelSchedule')}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" rightSection={<IconDots size={16} aria-hidden />}>
              {t('more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setQuestion('rename')}>{t('rename')}</Menu.Item>
            {state !== 'SCHEDULED' && (
              <Menu.Item c="red" onClick={() => confirm(t, 'delete', () => void forget(), { name })}>
                {t('delete.confirm')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {question === 'schedule' && <ScheduleRelease id={id} timeZone={timeZone} left={leftWords} onClose={close} />}
      {question === 'rename' && <RenameRelease release={release} onClose={close} />}
    </>
  )
}
