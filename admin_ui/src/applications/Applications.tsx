import { Button, Group, Text } from '@mantine/core'
import { IconListNumbers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { useRights } from '../session/useRights'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { ApplicationFilters } from './ApplicationFilters'
import { ApplicationsTable } from './ApplicationsTable'
import { BalanceButton } from './BalanceButton'
import { ExportMenu } from './ExportMenu'
import { CallsDocument } from './gql/graphql'
import { useApplicationFilter } from './useApplicationFilter'

/** The applications that one manages, decides on or reviews. */
export function Applications() {
  const { t } = useTranslation('applications')
  const { may, isKnown } = useRights()
  const { filter, choose } = useApplicationFilter()
  const [{ data }] = useQuery({
    query: CallsDocument,
    variables: { locale: currentLanguage() },
    requestPolicy: 'cache-and-network',
  })
  const calls = data?.callsWithApplications ?? []
  const manages = may('manage_applications')
  const seesAll = manages || may('decide_applications')
  if (isKnown && !seesAll && !may('review_applications')) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('notYours')}>{t('notYoursHint')}</EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('title')} actions={seesAll && filter.call && <Actions {...filter} manages={manages} />}>
      <Text c="dimmed" mb="md" maw={720}>
        {t(seesAll ? 'hint' : 'hintReviewer')}
      </Text>
      <ApplicationFilters calls={calls} filter={filter} onChoose={choose} seesAll={seesAll} />
      <ApplicationsTable key={JSON.stringify(filter)} filter={filter} />
    </Page>
  )
}

function Actions({ call, cutoff, manages }: { call?: string; cutoff?: string; manages: boolean }) {
  const { t } = useTranslation('applications')
  if (!call) return null
  const query = new URLSearchParams({ call, ...(cutoff ? { cutoff } : {}) })
  return (
    <Group gap="xs">
      {manages && <BalanceButton call={call} cutoff={cutoff} />}
      <ExportMenu call={call} cutoff={cutoff} />
      <Button
        component={Link}
        to={`/ranking?${query}`}
        leftSection={<IconListNumbers size={18} aria-hidden />}
        variant="default"
      >
        {t('ranking')}
      </Button>
    </Group>
  )
}
