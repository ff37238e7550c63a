import { Alert, Anchor, Badge, Group, SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { Tokens } from '../account/Tokens'
import { useSession } from '../session/SessionProvider'
import { useRights } from '../session/useRights'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { SkeletonRows } from '../ui/SkeletonRows'
import { Access } from './Access'
import { Details } from './Details'
import { obstacle } from './giving'
import { OnePersonDocument, type OnePersonFragment } from './gql/graphql'
import { NotYours } from './People'
import { PersonSessions } from './PersonSessions'
import { Roles } from './Roles'
import { StandingBadge } from './StandingBadge'

/** Somebody's account: who it is, what that person may do where, and how the person gets in. */
export function OnePerson() {
  const { t } = useTranslation(['people', 'ui'])
  const { id = '' } = useParams()
  const { may, isKnown } = useRights()
  const [{ data, error, fetching }, again] = useQuery({ query: OnePersonDocument, variables: { id } })
  const person = data?.person
  const isGone = error?.graphQLErrors.some((one) => one.extensions.code === 'NOT_FOUND')
  if (isKnown && !may('manage_people')) return <NotYours />
  if (isGone) return <Gone />
  return (
    <Page title={person?.name ?? t('title')} actions={person && <Badges person={person} />}>
      <Anchor component={Link} to="/people" size="sm" display="inline-block" mb="md">
        {t('back')}
      </Anchor>
      {error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {fetching && !person && <SkeletonRows rows={4} height={96} />}
      {person && isKnown && <Parts key={person.id} person={person} />}
    </Page>
  )
}

function Gone() {
  const { t } = useTranslation('people')
  return (
    <Page title={t('title')}>
      <EmptyState title={t('gone')}>{t('goneHint')}</EmptyState>
    </Page>
  )
}

function Badges({ person }: { person: OnePersonFragment }) {
  const { t } = useTranslation('people')
  return (
    <>
      <StandingBadge account={person} />
      {person.hasSecondFactor && (
        <Badge size="sm" variant="light" color="teal">
          {t('hasSecondFactor')}
        </Badge>
      )}
    </>
  )
}

function Parts({ person }: { person: OnePersonFragment }) {
  const { t } = useTranslation('people')
  const me = useSession().person.id
  const { roles, may } = useRights()
  const why = obstacle(person, me, roles)
  const mayLookEverywhere = may('manage_people', true)
  return (
    <Stack>
      {why && (
        <Alert color="blue" variant="light">
          {t(`obstacle.${why}`)}
          {why === 'self' && (
            <Group mt={4}>
              <Anchor component={Link} to="/account" size="sm">
                {t('toAccount')}
              </Anchor>
            </Group>
          )}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        <Stack>
          <Details key={person.name + person.email} person={person} isFixed={why !== null && why !== 'self'} />
          {why === null && <Access person={person} />}
        </Stack>
        <Stack>
          <Roles person={person} isFixed={why === 'self' || why === 'above'} />
          {person.isService && mayLookEverywhere && <Tokens service={person.id} rights={allRights(person)} />}
          {!person.isService && why === null && mayLookEverywhere && <PersonSessions person={person} />}
        </Stack>
      </SimpleGrid>
    </Stack>
  )
}

function allRights(person: OnePersonFragment): string[] {
  return person.roles.flatMap((one) => one.rights)
}
