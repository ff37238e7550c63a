import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReviewState } from './gql/graphql'

const COLORS: Record<ReviewState, string> = { UNDECLARED: 'yellow', RECUSED: 'gray', OPEN: 'blue', DONE: 'teal' }

/** How far a review is. */
export function ReviewBadge({ state }: { state: ReviewState }) {
  const { t } = useTranslation('applications')
  return (
    <Badge size="sm" variant="light" color={COLORS[state]}>
      {t(`review.${state}`)}
    </Badge>
  )
}
