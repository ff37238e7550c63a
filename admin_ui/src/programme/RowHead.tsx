import { Text } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useForm } from '../form/FormContext'
import type { Path } from '../form/store/paths'
import { useDraft } from '../form/store/useDraft'
import { DropZone } from './dragging/DropZone'
import type { Kind } from './model/places'
import { useIsOpen } from './OpenParts'
import classes from './Programme.module.css'
import { useProgramme } from './ProgrammeContext'
import { RowHandle } from './RowHandle'
import { RowProblems } from './RowProblems'
import { NAME, neighbourOf, ROW, rowId, wayOf } from './rowKeys'

type Props = { path: Path; kind: Kind; title: string; isUntitled?: boolean; detail?: ReactNode; more?: ReactNode }

/** One line of the programme: it opens its part, is moved by keys and dragged by its handle. */
export function RowHead({ path, kind, title, isUntitled = false, detail, more }: Props) {
  const { isReadOnly } = useForm()
  const { open, toggle, step, add, remove } = useProgramme()
  const draft = useDraft()
  const id = path.at(-1) ?? ''
  const isOpen = useIsOpen(open, id)
  const Sign = isOpen ? IconChevronDown : IconChevronRight

  function press(event: KeyboardEvent<HTMLButtonElement>) {
    const act = action(event)
    if (!act) return
    event.preventDefault()
    act()
  }

  function action(event: KeyboardEvent<HTMLButtonElement>): (() => void) | null {
    const way = wayOf(event)
    if (way) return isReadOnly ? null : () => step(id, way)
    if (event.altKey || event.ctrlKey || event.metaKey) return null
    const row = event.currentTarget
    if (event.key === 'ArrowDown') return () => neighbourOf(row, 1)?.focus()
    if (event.key === 'ArrowUp') return () => neighbourOf(row, -1)?.focus()
    if (isReadOnly) return null
    if (event.key === 'Enter' && event.shiftKey) return addAfter
    return event.key === 'Delete' ? () => remove(id) : null
  }

  function addAfter() {
    const list = path.slice(0, -1)
    const present = (draft.valueAt(list) ?? []) as { id: string }[]
    add(list, present.findIndex((one) => one.id === id) + 1)
  }

  return (
    <>
      <DropZone part={id} kind={kind} isHead>
        <div className={classes.row} data-kind={kind}>
          {!isReadOnly && <RowHandle id={id} kind={kind} title={title} path={path} />}
          <button
            type="button"
            id={rowId(id)}
            className={classes.title}
            aria-expanded={isOpen}
            onClick={() => toggle(id, !isOpen)}
            onKeyDown={press}
            {...{ [ROW]: kind }}
          >
            <Sign size={16} aria-hidden className={classes.sign} />
            <span className={classes.words}>
              <span className={classes.name} data-untitled={isUntitled || undefined} {...{ [NAME]: '' }}>
                {title}
              </span>
              {detail && (
                <Text component="span" size="xs" c="dimmed" className={classes.detail}>
                  {detail}
                </Text>
              )}
            </span>
          </button>
          {more}
        </div>
      </DropZone>
      {!isOpen && <RowProblems at={path} />}
    </>
  )
}
