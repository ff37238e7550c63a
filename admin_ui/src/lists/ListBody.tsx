import { Button, Group, Kbd, Text } from '@mantine/core'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { CombinedError } from 'urql'
import type { Frame } from '../content-types/useFrame'
import { number } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'
import type { ListRows, Seen } from './ListRows'
import { isNarrowed, type ListView } from './listView'
import { Rows } from './Rows'
import type { Row } from './useRows'
import type { Selection } from './useSelection'

type Props = {
  type: string
  view: ListView
  change: (part: Partial<ListView>) => void
  list: ListRows<Row>
  seen: Seen<Row>
  isStale: boolean
  selection: Selection
  active: number
  frame: Frame
  create: false | (() => void)
}

/** The rows, or why there are none. */
export function ListBody({ type, view, change, list, seen, isStale, selection, active, frame, create }: Props) {
  const { t } = useTranslation('content-types')
  const more = useCallback(() => void list.more(), [list])
  const failure = seen.error && <Failure error={seen.error as CombinedError} retry={() => void list.refresh()} />
  if (!seen.isThere) return failure ?? <SkeletonRows rows={10} height={44} />
  if (!seen.rows.length) return failure ?? <Nothing type={type} isNarrowed={isNarrowed(view)} create={create} />
  return (
    <>
      {failure}
      <Rows
        {...{ type, seen, isStale, selection, active, more }}
        label={t(`plural.${type}`)}
        sort={view.sort}
        sortBy={(sort) => change({ sort })}
        option={frame.option}
      />
      <Foot seen={seen} />
    </>
  )
}

function Foot({ seen }: { seen: Seen<Row> }) {
  const { t } = useTranslation('lists')
  const total = seen.total ?? seen.rows.length
  return (
    <Group justify="space-between" mt="sm" c="dimmed">
      <Text size="sm" aria-live="polite">
        {t(seen.isExact === false ? 'countMore' : 'count', { count: total, shown: number(total) })}
      </Text>
      <Text size="sm" visibleFrom="sm" component="div">
        {t('keysHint')} <Kbd size="xs">?</Kbd>
      </Text>
    </Group>
  )
}

function Nothing({ type, isNarrowed, create }: { type: string; isNarrowed: boolean; create: Props['create'] }) {
  const { t } = useTranslation(['lists', 'content-types'])
  if (isNarrowed) return <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
  const first = create && (
    <Button onClick={create} mt="sm">
      {t(`content-types:new.${type}`)}
    </Button>
  )
  return (
    <EmptyState title={t('none')} action={first}>
      {t(create ? 'noneHint' : 'noneToSee')}
    </EmptyState>
  )
}
