import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useQuickCreate } from '../../form/cards/useQuickCreate'
import { useForm } from '../../form/FormContext'
import { type Element, type JsonObject, newElementId } from '../../form/store/json'
import type { Path } from '../../form/store/paths'
import { useDraft } from '../../form/store/useDraft'
import { useUndoable } from '../../form/useUndoable'
import type { Line } from '../model/pastedLines'
import { useProgramme } from '../ProgrammeContext'
import { rowId } from '../rowKeys'
import { type Namesakes, NEW, organisationId, speakerOf, type Who } from './proposal'

export type Taken = { line: Line; namesakes: Namesakes; who: Who }

/** Makes the people who are new, then the talks; what was made before something went wrong is not made again. */
export function useTakeLines(list: Path, onDone: () => void) {
  const { t } = useTranslation('programme')
  const { locale } = useForm()
  const { isFull } = useProgramme()
  const draft = useDraft()
  const undoable = useUndoable()
  const { create, refusal, isBusy } = useQuickCreate()
  const [done, setDone] = useState(0)
  const [tooMany, setTooMany] = useState(false)
  const made = useRef(new Map<string, string>())

  async function take(lines: readonly Taken[], isTogether: boolean): Promise<void> {
    const present = (draft.valueAt(list) ?? []) as Element[]
    const count = isTogether ? 1 : lines.length
    if (isFull(list, present.length + count - 1)) return setTooMany(true)
    const speakers: JsonObject[] = []
    for (const [at, { line, who, namesakes }] of lines.entries()) {
      setDone(at / lines.length)
      const person = who === NEW ? await personNamed(line.name) : who
      if (!person) return
      speakers.push(speakerOf(line, person, organisationId(line, who, namesakes), locale))
    }
    const talks = isTogether
      ? [talkOf(speakers, lines)]
      : speakers.map((one, at) => talkOf([one], lines.slice(at, at + 1)))
    onDone()
    undoable(t('paste.taken', { count: talks.length }), () =>
      flushSync(() => draft.set(list, [...((draft.valueAt(list) ?? []) as Element[]), ...talks])),
    )
    const first = talks[0]
    if (first) requestAnimationFrame(() => document.getElementById(rowId(first.id))?.focus())
  }

  async function personNamed(name: string): Promise<string | null> {
    const before = made.current.get(name)
    if (before) return before
    const card = await create('Person', name)
    if (card) made.current.set(name, card.id)
    return card?.id ?? null
  }

  function talkOf(speakers: readonly JsonObject[], lines: readonly Taken[]): Element {
    const title = lines.map(({ line }) => line.title).find(Boolean)
    return {
      id: newElementId(),
      ...(title && { title: { [locale]: title } }),
      speakers: speakers.map((one) => ({ ...one, id: newElementId() })),
    }
  }

  return { take, done, refusal: tooMany ? t('full') : refusal, isBusy }
}
