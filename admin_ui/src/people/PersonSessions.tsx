import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SessionRows } from '../account/SessionRows'
import { useVerb } from '../api/useVerb'
import { Failure } from '../ui/Failure'
import { Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { SkeletonRows } from '../ui/SkeletonRows'
import {
  EndSessionOfDocument,
  EndSessionsOfDocument,
  type OnePersonFragment,
  PersonSessionsDocument,
} from './gql/graphql'

/** Where somebody is signed in. */
export function PersonSessions({ person }: { person: OnePersonFragment }) {
  const { t } = useTranslation('people')
  const [{ data, error }, ask] = useQuery({
    query: PersonSessionsDocument,
    variables: { account: person.id },
    requestPolicy: 'cache-and-network',
  })
  const again = () => ask({ requestPolicy: 'network-only' })
  const one = useVerb(EndSessionOfDocument)
  const all = useVerb(EndSessionsOfDocument)
  const sessions = data?.sessions.nodes
  const action = sessions && sessions.length > 0 && (
    <Button variant="default" loading={all.isBusy} onClick={() => void all.run({ account: person.id }).then(again)}>
      {t('endAll')}
    </Button>
  )
  return (
    <Section title={t('sessions')} actions={action}>
      <Refusal refusal={one.refusal ?? all.refusal} area="people" />
      {error && <Failure error={error} retry={again} />}
      {!sessions && !error && <SkeletonRows rows={2} height={56} />}
      {sessions?.length === 0 && <Text c="dimmed">{t('noSessions')}</Text>}
      {sessions && (
        <SessionRows sessions={sessions} isBusy={one.isBusy} onEnd={(id) => void one.run({ id }).then(again)} />
      )}
    </Section>
  )
}
