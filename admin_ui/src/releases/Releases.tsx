import { Button, SegmentedControl, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { moment, when } from '../i18n/format'
import { useRights } from '../session/useRights'
import { useSitesWith } from '../session/useSitesWith'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { Paged } from '../ui/Paged'
import { Row, Rows } from '../ui/Row'
import { useAddressFilter } from '../ui/useAddressFilter'
import { type ReleaseState, ReleasesDocument, type ReleasesQuery } from './gql/graphql'
import { NewRelease } from './NewRelease'
import { ReleaseBadge } from './ReleaseBadge'
import { RIGHT } from './right'

const STATES: ReleaseState[] = ['DRAFT', 'SCHEDULED', 'PUBLISHED', 'FAILED']
const NAMES = ['state'] as const

/** What goes live, or away, together. */
export function Releases() {
  const { t } = useTranslation('releases')
  const navigate = useNavigate()
  const { may } = useRights()
  const [isNew, setNew] = useState(false)
  const { filter, choose } = useAddressFilter(NAMES)
  const state = STATES.find((one) => one === filter.state) ?? null
  const add = may(RIGHT) && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setNew(true)}>
      {t('new')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={add}>
      <Text c="dimmed" mb="md" maw={640}>
        {t('hint')}
      </Text>
      <SegmentedControl
        size="xs"
        mb="xs"
        maw="100%"
        aria-label={t('state')}
        data={['', ...STATES].map((value) => ({ value, label: t(value ? `states.${value}` : 'anyState') }))}
        value={state ?? ''}
        onChange={(value) => choose('state', value)}
      />
      <Paged
        query={ReleasesDocument}
        wanted={{ filter: { state } }}
        of={(data) => data.releases}
        empty={<EmptyState title={t(state ? 'noneLike' : 'none')}>{t('noneHint')}</EmptyState>}
      >
        {(releases) => (
          <Rows label={t('title')}>
            {releases.map((release) => (
              <ReleaseRow key={release.id} release={release} />
            ))}
          </Rows>
        )}
      </Paged>
      {isNew && <NewRelease onClose={() => setNew(false)} onMade={(id) => navigate(`/releases/${id}`)} />}
    </Page>
  )
}

function ReleaseRow({ release }: { release: ReleasesQuery['releases']['nodes'][number] }) {
  const { t } = useTranslation('releases')
  const { siteName, timeZoneOf } = useSitesWith(RIGHT)
  const { id, name, site, state, entries, problems, scheduledFor, publishedAt, modifiedAt } = release
  const due = scheduledFor && moment(scheduledFor, timeZoneOf(site))
  const standing = {
    DRAFT: t('changed', { when: when(modifiedAt) }),
    SCHEDULED: t('goesLive', { when: due }),
    PUBLISHED: publishedAt && t('wentLive', { when: when(publishedAt) }),
    FAILED: t('failedAt', { when: due }),
  }[state]
  return (
    <Row
      to={`/releases/${id}`}
      title={name}
      hint={[siteName(site), t('items', { count: entries.length }), standing].filter(Boolean).join(' · ')}
      aside={
        <>
          {state === 'FAILED' && (
            <Text size="sm" c="red">
              {t('problemCount', { count: problems.length })}
            </Text>
          )}
          <ReleaseBadge state={state} />
        </>
      }
    />
  )
}
