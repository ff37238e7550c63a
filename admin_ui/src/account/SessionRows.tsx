import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { moment, when } from '../i18n/format'
import { browserName } from './browserName'

export type ShownSession = {
  id: string
  created: string
  seen: string
  userAgent: string
  network: string
  way: string
  isCurrent: boolean
}
type Props = { sessions: ShownSession[]; isBusy: boolean; onEnd: (id: string) => void }

/** One row for each browser in which somebody is signed in. */
export function SessionRows({ sessions, isBusy, onEnd }: Props) {
  return (
    <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
      {sessions.map((session) => (
        <SessionRow key={session.id} session={session} isBusy={isBusy} onEnd={onEnd} />
      ))}
    </Stack>
  )
}

function SessionRow({ session, isBusy, onEnd }: { session: ShownSession } & Omit<Props, 'sessions'>) {
  const { t } = useTranslation('account')
  const name = browserName(session.userAgent) || t('sessions.unknown')
  const Device = /Mobile|Android|iPhone/.test(session.userAgent) ? IconDeviceMobile : IconDeviceDesktop
  return (
    <Group component="li" justify="space-between" wrap="nowrap" py="sm">
      <Group wrap="nowrap" gap="sm">
        <Device size={22} aria-hidden style={{ flex: 'none' }} />
        <div>
          <Group gap="xs">
            <Text fw={500}>{name}</Text>
            {session.isCurrent && (
              <Badge size="sm" variant="light" color="teal">
                {t('sessions.here')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed" title={moment(session.seen)}>
            {session.network} · {t('sessions.seen', { when: when(session.seen) })} ·{' '}
            {t(`sessions.ways.${session.way}`, { defaultValue: session.way })}
          </Text>
        </div>
      </Group>
      {!session.isCurrent && (
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          onClick={() => onEnd(session.id)}
          aria-label={t('sessions.endOne', { name })}
        >
          {t('sessions.end')}
        </Button>
      )}
    </Group>
  )
}
