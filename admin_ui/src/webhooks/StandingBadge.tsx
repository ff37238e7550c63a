import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { WebhookFragment } from './gql/graphql'

type Webhook = Pick<WebhookFragment, 'isActive' | 'failingSince' | 'disabledReason'>

const COLORS = { active: 'teal', failing: 'yellow', off: 'gray', stopped: 'red' }

/** `stopped`: the CMS switched it off by itself. */
export function standingOf({ isActive, failingSince, disabledReason }: Webhook): keyof typeof COLORS {
  if (!isActive) return disabledReason ? 'stopped' : 'off'
  return failingSince ? 'failing' : 'active'
}

export function StandingBadge({ webhook }: { webhook: Webhook }) {
  const { t } = useTranslation('webhooks')
  const standing = standingOf(webhook)
  return (
    <Badge size="sm" variant="light" color={COLORS[standing]}>
      {t(`standing.${standing}`)}
    </Badge>
  )
}
