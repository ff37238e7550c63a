import { Button, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useRights } from '../session/useRights'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { useAddressFilter } from '../ui/useAddressFilter'
import { PeopleFilters } from './PeopleFilters'
import { PeopleTable } from './PeopleTable'
import { PEOPLE_FILTERS } from './peopleFilter'

/** Everybody whom one manages. */
export function People() {
  const { t } = useTranslation('people')
  const { may, isKnown } = useRights()
  const { filter, choose } = useAddressFilter(PEOPLE_FILTERS)
  if (isKnown && !may('manage_people')) return <NotYours />
  const invite = (
    <Button component={Link} to="/people/new" leftSection={<IconUserPlus size={18} aria-hidden />}>
      {t('invite')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={invite}>
      <Text c="dimmed" mb="md">
        {t('hint')}
      </Text>
      <PeopleFilters filter={filter} onChoose={choose} />
      <PeopleTable key={JSON.stringify(filter)} filter={filter} />
    </Page>
  )
}

export function NotYours() {
  const { t } = useTranslation('people')
  return (
    <Page title={t('title')}>
      <EmptyState title={t('notYours')}>{t('notYoursHint')}</EmptyState>
    </Page>
  )
}
