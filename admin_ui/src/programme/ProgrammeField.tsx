import { Input, Stack } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { type FieldForm, partFields, type TypeForm, useForm } from '../form/FormContext'
import { type FieldProps, fieldId } from '../form/fields/fieldProps'
import { SHOW_FIELD } from '../form/showField'
import { DayCard } from './DayCard'
import { Dragging } from './dragging/Dragging'
import { EmptyProgramme } from './EmptyProgramme'
import { FilesDialog } from './files/FilesDialog'
import { useFileDrop } from './files/useFileDrop'
import { OpenParts } from './OpenParts'
import classes from './Programme.module.css'
import { type Programme, ProgrammeProvider } from './ProgrammeContext'
import { AddDay, ProgrammeTools } from './ProgrammeTools'
import { PasteDialog } from './pasting/PasteDialog'
import { useIds } from './useIds'
import { useProgrammeActions } from './useProgrammeActions'

type Question = { paste: readonly string[] } | { files: File[]; talk?: string }

/** The programme of an edition in one view: days, sessions and those nested in them, talks, people, files. */
export function ProgrammeField({ field, path, error, isReadOnly }: FieldProps) {
  const { form } = useForm()
  const [open] = useState(() => new OpenParts())
  const [said, announce] = useState('')
  const [question, ask] = useState<Question | null>(null)
  const fields = useMemo(() => fieldsOf(form, field), [form, field])
  const actions = useProgrammeActions({ fields, open, root: field, announce })
  const programme: Programme = useMemo(
    () => ({
      ...actions,
      fields,
      open,
      paste: (list) => ask({ paste: list }),
      takeFiles: (files, talk) => ask({ files, talk }),
    }),
    [actions, fields, open],
  )
  const days = useIds(path)
  const drop = useFileDrop(programme.takeFiles, isReadOnly || days.length === 0)
  useShownFields(open)

  return (
    <ProgrammeProvider value={programme}>
      <Stack
        gap="md"
        id={fieldId(path)}
        className={classes.programme}
        data-over={drop.isOver || undefined}
        {...drop.handlers}
      >
        {error && <Input.Error role="alert">{error}</Input.Error>}
        {days.length === 0 ? (
          <EmptyProgramme />
        ) : (
          <Dragging>
            {!isReadOnly && <ProgrammeTools path={path} />}
            <Stack component="ol" p={0} m={0} gap="lg" style={{ listStyle: 'none' }}>
              {days.map((id) => (
                <DayCard key={id} list={path} id={id} />
              ))}
            </Stack>
          </Dragging>
        )}
        {!isReadOnly && days.length > 0 && <AddDay path={path} />}
        <div role="status" aria-live="polite" className="visually-hidden">
          {said}
        </div>
      </Stack>
      {question && 'paste' in question && <PasteDialog list={question.paste} onClose={() => ask(null)} />}
      {question && 'files' in question && <FilesDialog {...question} onClose={() => ask(null)} />}
    </ProgrammeProvider>
  )
}

function fieldsOf(form: TypeForm, days: FieldForm): Programme['fields'] {
  const within = (fields: FieldForm[], name: string) =>
    partFields(form, fields.find((one) => one.name === name)?.parts[0]?.part ?? '')
  const day = partFields(form, days.parts[0]?.part ?? '')
  const session = within(day, 'sessions')
  const talk = within(session, 'talks')
  return { day, session, talk, speaker: within(talk, 'speakers') }
}

/** What somebody is led to, such as from the list of problems, is opened first. */
function useShownFields(open: OpenParts): void {
  useEffect(() => {
    const show = (event: Event) => {
      const parts = String((event as CustomEvent).detail).split('.')
      if (parts[0] === 'days') flushSync(() => open.set(parts, true))
    }
    window.addEventListener(SHOW_FIELD, show)
    return () => window.removeEventListener(SHOW_FIELD, show)
  }, [open])
}
