import { Anchor, Grid, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { SkeletonRows } from '../ui/SkeletonRows'
import classes from './Beside.module.css'
import { Conflict } from './Conflict'
import { Facts } from './Facts'
import { OneApplicationDocument, type OneApplicationQuery } from './gql/graphql'
import { History } from './History'
import { Reading } from './Reading'
import { Reviewers } from './Reviewers'
import { Reviews } from './Reviews'
import { ScoringPanel } from './ScoringPanel'
import { StatusBadge } from './StatusBadge'
import { Steps } from './Steps'

type Found = NonNullable<OneApplicationQuery['application']>

/** One application: as it was written, beside what there is to say and to do about it. */
export function OneApplication() {
  const { t } = useTranslation(['applications', 'ui'])
  const { id = '' } = useParams()
  const [{ data, error }, again] = useQuery({
    query: OneApplicationDocument,
    variables: { id, locale: currentLanguage() },
    requestPolicy: 'cache-and-network',
  })
  const found = data?.application
  if (error?.graphQLErrors.some((one) => one.extensions.code === 'NOT_FOUND')) return <Gone />
  return (
    <Page title={found ? found.name || t('erased') : t('application')} actions={found && <Head found={found} />}>
      <Anchor
        component={Link}
        to={`/applications${found ? `?call=${found.call.id}` : ''}`}
        size="sm"
        mb="md"
        display="inline-block"
      >
        {t('back')}
      </Anchor>
      {error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {!found && !error && <SkeletonRows rows={5} height={110} />}
      {found && <Parts key={found.id} found={found} />}
    </Page>
  )
}

function Gone() {
  const { t } = useTranslation('applications')
  return (
    <Page title={t('application')}>
      <EmptyState title={t('gone')}>{t('goneHint')}</EmptyState>
    </Page>
  )
}

function Head({ found }: { found: Found }) {
  return (
    <Group gap="xs">
      <StatusBadge status={found.status} />
      <Steps application={found} />
    </Group>
  )
}

function Parts({ found }: { found: Found }) {
  const isAsked = found.steps.includes('DECLARE') && found.ownReview?.state === 'UNDECLARED'
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack>
          {isAsked && <Conflict application={found} />}
          <Reading sections={found.sections} isErased={found.isErased} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <Stack className={classes.beside}>
          {found.ownReview && !isAsked && <ScoringPanel key={found.ownReview.id} application={found} />}
          <Facts application={found} />
          <Reviews application={found} />
          <Reviewers application={found} />
          <History application={found} />
        </Stack>
      </Grid.Col>
    </Grid>
  )
}
