import { Badge, Group } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './StateBadges.module.css'

type Stage = {
  locale: string
  state: string
  liveVersion?: number | null
  /** Whether publishing would change what visitors see. */
  isChanged?: boolean
  isSentBack?: boolean
  effective?: string | null
  expires?: string | null
  planned?: unknown
}

export const STATE_COLORS: Record<string, string> = {
  published: 'teal',
  changed: 'blue',
  changedPending: 'blue',
  changedSentBack: 'blue',
  sentBack: 'gray',
  pending: 'yellow',
  private: 'gray',
  none: 'gray',
  archived: 'dark',
}

/** Where each language stands, at a glance: by colour, by shape, and in words. */
export function StateBadges({ states }: { states: Stage[] }) {
  return (
    <Group gap={4} wrap="nowrap">
      {states.map((stage) => (
        <StateBadge key={stage.locale} stage={stage} />
      ))}
    </Group>
  )
}

function StateBadge({ stage }: { stage: Stage }) {
  const { t } = useTranslation('ui')
  const shown = shownState(stage)
  const isScheduled = Boolean(stage.effective || stage.expires || stage.planned)
  const words = [t(`states.${shown}`), ...(isScheduled ? [t('states.scheduled')] : [])].join(', ')
  return (
    <Badge
      size="sm"
      variant="light"
      color={STATE_COLORS[shown]}
      title={words}
      leftSection={<span className={classes.mark} data-state={shown} />}
      rightSection={isScheduled ? <IconClock size={11} aria-hidden /> : undefined}
    >
      {stage.locale} <span className="visually-hidden">{words}</span>
    </Badge>
  )
}

/** What visitors see comes first, then what becomes of the changes to it. */
export function shownState({ state, liveVersion, isChanged, isSentBack }: Omit<Stage, 'locale'>): string {
  const isLive = typeof liveVersion === 'number'
  if (state === 'pending') return isLive ? 'changedPending' : state
  if (isSentBack && state === 'private') return 'sentBack'
  if (isLive && isChanged) return isSentBack ? 'changedSentBack' : 'changed'
  return state
}
