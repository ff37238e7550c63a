import { Alert, Anchor, List } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { TroubleDocument, type TroubleQuery } from './gql/graphql'

type Kind = 'parked' | 'mails' | 'releases' | 'webhooks'

/** Where somebody who looks after the machinery finds more. */
const SCREENS: Record<Kind, string> = {
  parked: '/outbox',
  mails: '/mails',
  releases: '/releases',
  webhooks: '/webhooks',
}

/** What went wrong without anybody looking; nothing where all is well, or is none of one's business. */
export function TroubleNotice() {
  const { t } = useTranslation('home')
  const [{ data }] = useQuery({ query: TroubleDocument, requestPolicy: 'cache-and-network' })
  const troubles = data ? troublesOf(data) : []
  if (!troubles.length) return null
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle />} title={t('trouble')} mb="md">
      <List size="sm">
        {troubles.map(([kind, count]) => (
          <List.Item key={kind}>
            <Anchor component={Link} to={SCREENS[kind]} size="sm">
              {t(`troubles.${kind}`, { count })}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

export function troublesOf({ outboxFigures, mails, releases, webhooks }: TroubleQuery): [Kind, number][] {
  const broken = webhooks.nodes.filter(({ failingSince, disabledReason }) => failingSince || disabledReason).length
  const all: [Kind, number][] = [
    ['parked', outboxFigures?.parked ?? 0],
    ['mails', mails.totalCount],
    ['releases', releases.totalCount],
    ['webhooks', broken],
  ]
  return all.filter(([, count]) => count > 0)
}
