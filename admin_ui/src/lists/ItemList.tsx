import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ComponentType, lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { contentType } from '../content-types/types'
import { useFrame } from '../content-types/useFrame'
import { useCreators } from '../creation/creators'
import { useSession } from '../session/SessionProvider'
import { useRights } from '../session/useRights'
import { NotThere } from '../ui/NotThere'
import { Page } from '../ui/Page'
import { whenIdle } from '../ui/whenIdle'
import type { ChosenRows } from './chosenRows'
import { ListBody } from './ListBody'
import { ListTools } from './ListTools'
import { peopleOf } from './people'
import { SavedViews } from './SavedViews'
import { useActiveRow } from './useActiveRow'
import { useListKeys } from './useListKeys'
import { useListView } from './useListView'
import { questionOf, useRows } from './useRows'
import { useScrollKept } from './useScrollKept'
import { useSelection } from './useSelection'

const NewItem = lazy(async () => ({ default: (await import('../creation/NewItem')).NewItem }))
const ShortcutsHelp = lazy(async () => ({ default: (await import('./ShortcutsHelp')).ShortcutsHelp }))

type Props = {
  /** What can be done with the rows that are chosen. */
  bulk: ComponentType<ChosenRows>
  /** Loads what is opened next, an item: its form is there before somebody asks for it. */
  prepare: () => void
}

export function ItemList(props: Props) {
  const { type = '' } = useParams()
  if (!contentType(type)) return <NotThere />
  return <ItemsOfType key={type} type={type} {...props} />
}

/** All items of one type: search, narrow, sort, choose, and see where each language stands. */
function ItemsOfType({ type, bulk: BulkBar, prepare }: Props & { type: string }) {
  const { t } = useTranslation(['lists', 'content-types'])
  const { person } = useSession()
  const navigate = useNavigate()
  const rights = useRights()
  const { view, change, address } = useListView(type)
  const question = useMemo(() => questionOf(type, view), [type, view])
  const { list, seen, isStale } = useRows(question)
  const selection = useSelection(list)
  const frame = useFrame(type)
  const search = useRef<HTMLInputElement>(null)
  const [dialog, setDialog] = useState<'new' | 'help'>()
  const [isInBulk, setInBulk] = useState(false)
  const { active, setActive, goToFirst } = useActiveRow(list)
  useScrollKept(list)
  useEffect(() => whenIdle(prepare), [prepare])

  const own = useCreators()[type]
  const mayCreate = own ? rights.may(own.right, true) : frame.sitesWith('create').length > 0
  const row = seen.rows[active]
  const create = () => mayCreate && setDialog('new')
  useListKeys({
    move: (step) => setActive(Math.max(0, Math.min(active + step, seen.rows.length - 1))),
    go: (place) => setActive(place === 'first' ? 0 : seen.rows.length - 1),
    select: () => row && selection.toggle(row.id),
    open: () => row && void navigate(`/content/${type}/${row.id}`),
    search: () => search.current?.focus(),
    create,
    help: () => setDialog('help'),
    clear: () => selection.set([]),
  })
  const closed = useCallback(() => setDialog(undefined), [])
  const chosen = useMemo(() => seen.rows.filter(({ id }) => selection.ids.has(id)), [seen.rows, selection.ids])
  const people = useMemo(() => peopleOf(seen.rows, person, t('me')), [seen.rows, person, t])

  return (
    <Page title={t(`content-types:plural.${type}`)} actions={mayCreate && <NewButton type={type} create={create} />}>
      <ListTools {...{ type, view, change, search, goToFirst, frame, people }} />
      <SavedViews person={person.id} type={type} address={address} />
      <ListBody
        {...{ type, view, change, list, seen, isStale, selection, active, frame }}
        create={mayCreate && create}
      />
      <Suspense>
        {(chosen.length > 0 || isInBulk) && (
          <BulkBar rows={chosen} {...{ question, list, selection }} sites={frame.sites} onBusy={setInBulk} />
        )}
        {dialog === 'new' && <NewItem type={type} onClose={closed} />}
        {dialog === 'help' && <ShortcutsHelp onClose={closed} />}
      </Suspense>
    </Page>
  )
}

function NewButton({ type, create }: { type: string; create: () => void }) {
  const { t } = useTranslation('content-types')
  return (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create} aria-keyshortcuts="n">
      {t(`new.${type}`)}
    </Button>
  )
}
