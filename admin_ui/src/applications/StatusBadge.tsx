import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ApplicationStatus } from './gql/graphql'

const COLORS: Record<ApplicationStatus, string> = {
  DRAFT: 'yellow',
  SUBMITTED: 'blue',
  UNDER_REVIEW: 'violet',
  SHORTLISTED: 'cyan',
  ACCEPTED: 'teal',
  REJECTED: 'gray',
  WITHDRAWN: 'gray',
}

/** Where an application stands. */
export function StatusBadge({ status }: { status: ApplicationStatus }) {
  const { t } = useTranslation('applications')
  return (
    <Badge size="sm" variant="light" color={COLORS[status]} style={{ flexShrink: 0 }} miw="max-content">
      {t(`status.${status}`)}
    </Badge>
  )
}
