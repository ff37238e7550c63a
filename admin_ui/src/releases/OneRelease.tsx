import { Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { moment } from '../i18n/format'
import { useSitesWith } from '../session/useSitesWith'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { Section } from '../ui/Section'
import { SkeletonRows } from '../ui/SkeletonRows'
import { useRepeat } from '../ui/useRepeat'
import { AddItem } from './AddItem'
import { Entries } from './Entries'
import { OneReleaseDocument, type ReleaseFragment } from './gql/graphql'
import { isOpen } from './isOpen'
import { Readiness } from './Readiness'
import { ReleaseActions } from './ReleaseActions'
import { ReleaseBadge } from './ReleaseBadge'
import { RIGHT } from './right'
import { useCheck } from './useCheck'

/** What is in it, what stops it, and when it goes live. */
export function OneRelease() {
  const { t } = useTranslation('releases')
  const { id = '' } = useParams()
  const [{ data, error }, ask] = useQuery({
    query: OneReleaseDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  })
  const again = () => ask({ requestPolicy: 'network-only' })
  const release = data?.release
  useRepeat(again, release?.state === 'SCHEDULED', 5000)
  const isGone = error?.graphQLErrors.some((one) => one.extensions.code === 'NOT_FOUND')
  return (
    <Page title={release?.name ?? t('one')} actions={release && !isGone && <ReleaseBadge state={release.state} />}>
      <Anchor component={Link} to="/releases" size="sm" display="inline-block" mb="md">
        {t('back')}
      </Anchor>
      {isGone && <EmptyState title={t('gone')}>{t('goneHint')}</EmptyState>}
      {error && !isGone && <Failure error={error} retry={again} />}
      {!release && !error && <SkeletonRows rows={4} height={72} />}
      {release && !isGone && <Parts key={release.id} release={release} />}
    </Page>
  )
}

function Parts({ release }: { release: ReleaseFragment }) {
  const { t } = useTranslation('releases')
  const { sites, siteName, timeZoneOf } = useSitesWith(RIGHT)
  const mayChange = sites.some(({ value }) => value === release.site)
  const { problems, targets, isReady, isKnown } = useCheck(release, mayChange)
  const zone = timeZoneOf(release.site)
  return (
    <Stack>
      <Text c="dimmed" size="sm">
        {[t('ofSite', { site: siteName(release.site) }), standing()].filter(Boolean).join(' · ')}
      </Text>
      <Readiness release={release} problems={problems} targets={targets} isReady={isReady} isKnown={isKnown} />
      {mayChange && (
        <ReleaseActions release={release} isReady={isReady} left={targets?.targets.length ?? 0} timeZone={zone} />
      )}
      <Section title={t('content')} hint={t('contentHint')}>
        <Entries release={release} problems={problems} mayChange={mayChange && isOpen(release)} />
        {mayChange && isOpen(release) && <AddItem release={release} />}
      </Section>
    </Stack>
  )

  function standing(): string {
    const { state, scheduledFor, scheduledBy, publishedAt, publishedBy, createdAt, createdBy } = release
    const at = scheduledFor ? moment(scheduledFor, zone) : ''
    if (state === 'SCHEDULED') return t('scheduledBy', { when: at, who: scheduledBy?.name ?? '' })
    if (state === 'PUBLISHED' && publishedAt)
      return t('publishedBy', { when: moment(publishedAt, zone), who: publishedBy?.name ?? '' })
    return t('createdBy', { when: moment(createdAt), who: createdBy?.name ?? '' })
  }
}
