import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { Failure } from '../ui/Failure'
import { Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { SkeletonRows } from '../ui/SkeletonRows'
import { EndOtherSessionsDocument, EndSessionDocument, OwnSessionsDocument } from './gql/graphql'
import { SessionRows } from './SessionRows'

/** Where one is signed in, and the way out of each. */
export function Sessions() {
  const { t } = useTranslation('account')
  const [{ data, error }, ask] = useQuery({ query: OwnSessionsDocument, requestPolicy: 'cache-and-network' })
  const again = () => ask({ requestPolicy: 'network-only' })
  const one = useVerb(EndSessionDocument)
  const others = useVerb(EndOtherSessionsDocument)
  const sessions = data?.sessions.nodes

  async function end(id: string) {
    await one.run({ id })
    again()
  }

  async function endOthers() {
    const done = await others.run({})
    if (done) notifications.show({ message: t('sessions.ended', { count: done.ended ?? 0 }), color: 'teal' })
    again()
  }

  const action = sessions && sessions.length > 1 && (
    <Button variant="default" loading={others.isBusy} onClick={endOthers}>
      {t('sessions.endOthers')}
    </Button>
  )
  return (
    <Section title={t('parts.sessions')} hint={t('sessions.hint')} actions={action}>
      <Refusal refusal={one.refusal ?? others.refusal} area="account" />
      {error && <Failure error={error} retry={again} />}
      {!sessions && !error && <SkeletonRows rows={3} height={64} />}
      {sessions && <SessionRows sessions={sessions} isBusy={one.isBusy} onEnd={end} />}
    </Section>
  )
}
