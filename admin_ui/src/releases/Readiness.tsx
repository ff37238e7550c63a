import { Alert, List, Skeleton, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { moment } from '../i18n/format'
import type { FoundTargets } from '../publishing/targetsFound'
import { useSitesWith } from '../session/useSitesWith'
import type { ReleaseFragment } from './gql/graphql'
import { ReleaseTargets } from './ReleaseTargets'
import { releaseProblem } from './releaseProblem'
import { RIGHT } from './right'
import type { ReleaseProblem } from './useCheck'

type Props = {
  release: ReleaseFragment
  problems: ReleaseProblem[]
  targets?: FoundTargets
  isReady: boolean
  isKnown: boolean
}

/** Whether all of it can go live; what went wrong when it should have. */
export function Readiness({ release, problems, targets, isReady, isKnown }: Props) {
  const { t } = useTranslation(['releases', 'content-types'])
  if (release.state === 'PUBLISHED' || release.entries.length === 0) return null
  if (!isKnown) return <Skeleton height={52} />
  return (
    <>
      {release.state === 'FAILED' && <Failed release={release} />}
      {targets && targets.targets.length > 0 && <ReleaseTargets release={release} found={targets} isReady={isReady} />}
      {isReady && targets?.targets.length === 0 && (
        <Alert color="teal" variant="light" icon={<IconCheck />}>
          {t('ready')}
        </Alert>
      )}
      {!isReady && problems.length > 0 && (
        <Alert color="yellow" variant="light" icon={<IconAlertTriangle />}>
          {t('stopped', { count: problems.length })}
        </Alert>
      )}
    </>
  )
}

/** The reasons of that moment, which may be gone by now. */
function Failed({ release }: { release: ReleaseFragment }) {
  const { t } = useTranslation(['releases', 'content-types'])
  const { timeZoneOf } = useSitesWith(RIGHT)
  const at = release.scheduledFor ? moment(release.scheduledFor, timeZoneOf(release.site)) : ''
  const titles = new Map(release.entries.map(({ id, item }) => [id, item?.title]))
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle />} title={t('failed', { when: at })}>
      <Text size="sm" mb="xs">
        {t('failedHint')}
      </Text>
      <List size="sm">
        {release.problems.map((one) => (
          <List.Item key={`${one.item}/${one.field}/${one.locale}/${one.code}`}>
            {[one.item && titles.get(one.item), releaseProblem(t, one)].filter(Boolean).join(': ')}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
