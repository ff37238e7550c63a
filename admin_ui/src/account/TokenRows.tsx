import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { day, when } from '../i18n/format'
import type { TokenFragment } from './gql/graphql'

type Props = { tokens: TokenFragment[]; onRevoke: (token: TokenFragment) => void }

export function TokenRows({ tokens, onRevoke }: Props) {
  return (
    <Stack component="ul" gap={0} p={0} m={0} style={{ listStyle: 'none' }}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} onRevoke={onRevoke} />
      ))}
    </Stack>
  )
}

function TokenRow({ token, onRevoke }: { token: TokenFragment; onRevoke: Props['onRevoke'] }) {
  const { t } = useTranslation(['account', 'people'])
  const isOver = new Date(token.expires).getTime() < Date.now()
  return (
    <Group component="li" justify="space-between" wrap="nowrap" py="sm" align="start">
      <div>
        <Group gap="xs">
          <Text fw={500}>{token.name}</Text>
          <Badge size="sm" variant="light" color={isOver ? 'red' : 'gray'}>
            {t(isOver ? 'tokens.over' : 'tokens.until', { day: day(token.expires) })}
          </Badge>
        </Group>
        <Text size="sm">{token.scopes.map((scope) => t(`people:rights.${scope}`, scope)).join(', ')}</Text>
        <Text size="sm" c="dimmed">
          {token.site ?? t('tokens.allSites')} ·{' '}
          {token.usedAt ? t('tokens.used', { when: when(token.usedAt) }) : t('tokens.neverUsed')}
        </Text>
      </div>
      <Button
        size="xs"
        variant="default"
        style={{ flex: 'none' }}
        onClick={() => onRevoke(token)}
        aria-label={t('tokens.revokeOne', { name: token.name })}
      >
        {t('tokens.revoke')}
      </Button>
    </Group>
  )
}
