import { Box } from '@mantine/core'
import type { KeyboardEvent, ReactNode } from 'react'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import type { Path } from '../form/store/paths'
import { useDraft } from '../form/store/useDraft'
import type { Kind } from './model/places'
import classes from './Programme.module.css'
import { useProgramme } from './ProgrammeContext'
import { wayOf } from './rowKeys'

type Props = { path: Path; kind: Kind; children: ReactNode }

const INSIDE: Record<Kind, string | null> = { day: 'sessions', session: 'talks', talk: null }

/**
 * The open fields of a part. Enter in the title goes on: from a talk to the next one, from an empty day or session into
 * it. Escape leads back to the row; Alt and an arrow moves the part while one writes.
 */
export function Typing({ path, kind, children }: Props) {
  const { locale, isReadOnly } = useForm()
  const { add, toggle, step, open } = useProgramme()
  const draft = useDraft()
  const id = path.at(-1) ?? ''
  const list = path.slice(0, -1)

  function press(event: KeyboardEvent) {
    const target = event.target as HTMLElement
    const way = wayOf(event)
    if (event.defaultPrevented || isReadOnly) return
    if (way && isPlain(target)) return done(event, () => step(id, way))
    if (event.key === 'Escape' && isPlain(target)) return done(event, () => toggle(id, false))
    const isTitle = target.id === fieldId([...path, kind === 'day' ? 'label' : 'title', locale])
    if (event.key === 'Enter' && isTitle && !event.ctrlKey && !event.metaKey) return done(event, goOn)
  }

  function goOn() {
    const inside = INSIDE[kind]
    if (inside) return isFilled(draft.valueAt([...path, inside])) ? toggle(id, false) : void add([...path, inside])
    const present = (draft.valueAt(list) ?? []) as { id: string }[]
    open.set([id], false)
    add(list, present.findIndex((one) => one.id === id) + 1)
  }

  return (
    <Box onKeyDown={press} className={classes.fields}>
      {children}
    </Box>
  )
}

/** Not a field with a list of its own, which needs these keys itself. */
function isPlain(target: HTMLElement): boolean {
  return target.getAttribute('aria-expanded') !== 'true' && target.getAttribute('role') !== 'combobox'
}

function done(event: KeyboardEvent, act: () => void): void {
  event.preventDefault()
  event.stopPropagation()
  act()
}

const isFilled = (list: unknown) => Array.isArray(list) && list.length > 0
