import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReleaseState } from './gql/graphql'

const COLORS: Record<ReleaseState, string> = { DRAFT: 'gray', SCHEDULED: 'blue', PUBLISHED: 'teal', FAILED: 'red' }

export function ReleaseBadge({ state }: { state: ReleaseState }) {
  const { t } = useTranslation('releases')
  return (
    <Badge size="sm" variant="light" color={COLORS[state]}>
      {t(`states.${state}`)}
    </Badge>
  )
}
