import { Badge, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'

type Stage = { locale: string; state: string; liveVersion?: number | null; effective?: string | null }

export const STATE_COLORS: Record<string, string> = {
  published: 'teal',
  pending: 'yellow',
  private: 'gray',
  archived: 'dark',
}

/** Where each language stands, at a glance; in words for those who do not see colours. */
export function StateBadges({ states }: { states: Stage[] }) {
  const { t } = useTranslation('ui')
  return (
    <Group gap={4}>
      {states.map(({ locale, state, liveVersion }) => {
        const shown = state === 'private' && liveVersion ? 'changed' : state
        return (
          <Badge key={locale} size="sm" variant="light" color={STATE_COLORS[state]} title={t(`states.${shown}`)}>
            {locale} <span className="visually-hidden">{t(`states.${shown}`)}</span>
          </Badge>
        )
      })}
    </Group>
  )
}
