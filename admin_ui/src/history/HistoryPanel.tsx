import { Anchor, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { humanized } from '../content-types/labels'
import { useEdited } from '../editing/EditedContext'
import { when } from '../i18n/format'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'
import { CompareDialog } from './CompareDialog'
import type { VersionsQuery } from './gql/graphql'
import { useVersions } from './useVersions'

export type ListedVersion = NonNullable<VersionsQuery['item']>['versions']['nodes'][number]

/** Every version, the latest first; each can be looked into, compared with any other, and brought back. */
export function HistoryPanel() {
  const { t } = useTranslation(['history', 'ui'])
  const { item } = useEdited()
  const { versions, error, isLoading, more, again } = useVersions(item.id, item.version)
  const [opened, setOpened] = useState<number | null>(null)
  if (error) return <Failure error={error} retry={again} />
  if (isLoading) return <SkeletonRows rows={4} height={32} />
  return (
    <Stack gap="xs">
      <Stack gap={6} component="ol" p={0} m={0} style={{ listStyle: 'none' }}>
        {versions.map((one) => (
          <VersionRow key={one.version} version={one} open={() => setOpened(one.version)} />
        ))}
      </Stack>
      {more && (
        <Button variant="subtle" size="compact-sm" onClick={more}>
          {t('ui:more')}
        </Button>
      )}
      {opened !== null && <CompareDialog versions={versions} opened={opened} onClose={() => setOpened(null)} />}
    </Stack>
  )
}

function VersionRow({ version, open }: { version: ListedVersion; open: () => void }) {
  const { t } = useTranslation('history')
  const { item } = useEdited()
  const live = item.states.filter((one) => one.liveVersion === version.version).map((one) => one.locale)
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Anchor component="button" type="button" size="sm" onClick={open} ta="left">
          {t(`actions.${version.action}`, humanized(version.action))}
        </Anchor>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {when(version.at)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {[
          version.by?.name ?? t('somebodyGone'),
          t('number', { number: version.version }),
          live.length ? t('isLive', { languages: live.join(', ') }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
    </li>
  )
}
