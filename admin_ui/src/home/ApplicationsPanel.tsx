import { Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useRights } from '../session/useRights'
import { AssignedApplicationsDocument } from './gql/graphql'
import classes from './ItemRow.module.css'
import { Panel } from './Panel'

/** Applications that one was given to review, for those who review. */
export function ApplicationsPanel() {
  const { t } = useTranslation('home')
  const reviews = useRights().may('review_applications')
  const [{ data, error }, again] = useQuery({
    query: AssignedApplicationsDocument,
    pause: !reviews,
    requestPolicy: 'cache-and-network',
  })
  const found = data?.applications
  if (!reviews) return null
  return (
    <Panel
      title={t('applications')}
      count={found?.totalCount}
      empty={t('noApplications')}
      error={error}
      retry={() => again({ requestPolicy: 'network-only' })}
      rows={found?.nodes.map((one) => (
        <li key={one.id} className={classes.row}>
          <Group justify="space-between" wrap="nowrap" gap="md">
            <Text component={Link} to={`/applications/${one.id}`} truncate fw={500} className={classes.link}>
              {[one.name, one.city].filter(Boolean).join(', ')}
            </Text>
            <Text size="sm" c="dimmed" className={classes.aside} component="div">
              {t(`review.${one.ownReview?.state ?? 'OPEN'}`)}
            </Text>
          </Group>
        </li>
      ))}
    />
  )
}
