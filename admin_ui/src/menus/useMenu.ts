import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../form/FormContext'
import { useDraft, useValue } from '../form/store/useDraft'
import { useUndoable } from '../form/useUndoable'
import type { Side } from '../ui/outline/DropMark'
import type { Way } from '../ui/outline/wayOf'
import { entryLabel, type MenuEntry, putAt, rowsOf, stepped, without } from './tree'

export type Menu = ReturnType<typeof useMenu>
const NONE: MenuEntry[] = []

/** The menu that is edited, what may be done with its entries, and which one is open. */
export function useMenu() {
  const { t } = useTranslation('menus')
  const { locale } = useForm()
  const draft = useDraft()
  const undoable = useUndoable()
  const [value, set] = useValue<MenuEntry[]>(['entries'])
  const [opened, setOpened] = useState<string | null>(null)
  const [news, setNews] = useState('')
  const entries = value ?? NONE

  function take(next: MenuEntry[] | null, id: string) {
    if (!next) return setNews(t('noFurther'))
    set(next)
    setNews(told(next, id))
  }

  function told(next: MenuEntry[], id: string): string {
    const rows = rowsOf(next)
    const row = rows.find(({ entry }) => entry.id === id)
    if (!row) return ''
    const over = rows.find(({ entry }) => entry.id === row.parent)
    const name = entryLabel(row.entry, locale).text || t('unnamed')
    const given = {
      name,
      place: row.place + 1,
      count: row.count,
      over: over ? entryLabel(over.entry, locale).text : '',
    }
    return t(over ? 'movedUnder' : 'moved', given)
  }

  return {
    entries,
    news,
    opened,
    toggle: (id: string) => setOpened(opened === id ? null : id),
    put: (id: string, over: string, side: Side) => take(putAt(entries, id, over, side), id),
    step: (id: string, way: Way) => take(stepped(entries, id, way), id),
    canStep: (id: string, way: Way) => stepped(entries, id, way) !== null,
    /** Adds an entry under another one, or with null to the first level, and opens it. */
    add: (parent: string | null) =>
      setOpened(draft.add(parent === null ? ['entries'] : ['entries', parent, 'children'], {})),
    remove: (id: string) => {
      const row = rowsOf(entries).find(({ entry }) => entry.id === id)
      const told = t('removed', { name: row ? entryLabel(row.entry, locale).text || t('unnamed') : '' })
      undoable(told, () => set(without(entries, id)))
      setNews(told)
    },
  }
}
