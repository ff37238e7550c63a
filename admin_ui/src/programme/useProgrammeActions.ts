import { useMemo } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { type FieldForm, limit } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import type { Path } from '../form/store/paths'
import { useDraft } from '../form/store/useDraft'
import { useUndoable } from '../form/useUndoable'
import { moved, stepFrom } from './model/moves'
import { newPart } from './model/newPart'
import { type Days, kindOf, listAt, locate, talkCount, type Where } from './model/places'
import type { OpenParts } from './OpenParts'
import type { Programme } from './ProgrammeContext'
import { calledInRow, rowId } from './rowKeys'

type Given = Pick<Programme, 'fields'> & { open: OpenParts; root: FieldForm; announce: (words: string) => void }
type Actions = Omit<Programme, 'fields' | 'open' | 'paste' | 'takeFiles'>

const LISTS = { days: 'root', sessions: 'day', children: 'session', talks: 'session' } as const

/** What can be done with the parts of a programme, each at once and with the cursor where one goes on. */
export function useProgrammeActions({ fields, open, root, announce }: Given): Actions {
  const { t } = useTranslation('programme')
  const { locale, item } = useEdited()
  const draft = useDraft()
  const undoable = useUndoable()
  return useMemo(() => {
    const days = () => (draft.valueAt(['days']) ?? []) as Days
    const put = (next: Days) => flushSync(() => draft.set(['days'], next))
    const most = (list: Path) => {
      const name = list.at(-1) as keyof typeof LISTS
      const holder = LISTS[name]
      const field = holder === 'root' ? root : fields[holder].find((one) => one.name === name)
      return (field && limit(field, 'max_items')) ?? Number.POSITIVE_INFINITY
    }
    const isFull = (list: Path, length: number) => length >= most(list)

    function place(id: string, to: Where) {
      const hadCursor = document.activeElement?.id
      const next = moved(days(), id, to)
      if (next === days()) return
      put(next)
      focus(hadCursor?.includes(id) ? [movedId(hadCursor, id), rowId(id)] : [rowId(id)])
      tell(id)
    }

    /** A field's id holds its path, which is another one now. */
    function movedId(before: string, id: string): string {
      const found = locate(days(), id)
      const rest = before.split(`${id}.`)[1]
      return found && rest ? `${fieldId([...found.list, id])}.${rest}` : rowId(id)
    }

    function tell(id: string) {
      const found = locate(days(), id)
      if (!found) return
      const holder = locate(days(), found.list.at(-2) ?? '')
      const title = calledInRow(id) || t(`kinds.${found.kind}`)
      const place = found.place + 1
      const count = listAt(days(), found.list).length
      const inside = holder ? calledInRow(holder.element.id) || t(`kinds.${holder.kind}`) : ''
      announce(inside ? t('moved', { title, inside, place, count }) : t('movedDay', { title, place, count }))
    }

    return {
      isFull,
      place,
      canStep: (id, way) => stepFrom(days(), id, way, isFull) !== null,
      step(id, way) {
        const to = stepFrom(days(), id, way, isFull)
        if (to) place(id, to)
        else announce(t('noFurther'))
      },
      add(list, at) {
        const present = listAt(days(), list)
        if (isFull(list, present.length)) {
          announce(t('full'))
          return null
        }
        const kind = kindOf(list)
        const languages = [...new Set([...item.writtenIn, locale])]
        const facts = { start: draft.valueAt(['start']), languages, days: days() }
        const id = flushSync(() => {
          const added = draft.add(list, newPart(kind, facts), present[at ?? present.length]?.id)
          open.set([added], true)
          return added
        })
        focus([firstFieldOf(kind, [...list, id], locale), rowId(id)])
        return id
      },
      remove(id) {
        const found = locate(days(), id)
        if (!found) return
        const siblings = listAt(days(), found.list)
        const next = siblings[found.place + 1] ?? siblings[found.place - 1]
        const title = calledInRow(id) || t(`kinds.${found.kind}`)
        const count = talkCount(found.element)
        const words = count ? t('removedWithTalks', { title, count }) : t('removed', { title })
        undoable(words, () => flushSync(() => draft.remove(found.list, id)))
        focus([next && rowId(next.id), rowId(found.list.at(-2) ?? ''), 'programme-add-day'])
      },
      toggle(id, isOpen) {
        flushSync(() => open.set([id], isOpen))
        const found = locate(days(), id)
        if (isOpen && found) focus([firstFieldOf(found.kind, [...found.list, id], locale)])
        else focus([rowId(id)])
      },
    }
  }, [draft, fields, root, open, undoable, announce, locale, item.writtenIn, t])
}

function firstFieldOf(kind: 'day' | 'session' | 'talk', path: Path, locale: string): string {
  return fieldId([...path, kind === 'day' ? 'label' : 'title', locale])
}

function focus(ids: readonly (string | undefined)[]): void {
  const found = ids.map((id) => (id ? document.getElementById(id) : null)).find((one) => one !== null)
  found?.focus()
  found?.scrollIntoView({ block: 'nearest' })
}
