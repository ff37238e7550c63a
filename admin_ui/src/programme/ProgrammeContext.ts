import { createContext, useContext } from 'react'
import type { FieldForm } from '../form/FormContext'
import type { Path } from '../form/store/paths'
import type { Way } from './model/moves'
import type { Kind, Where } from './model/places'
import type { OpenParts } from './OpenParts'

/** What each row of the programme can ask for. */
export type Programme = {
  /** The fields of a day, a session, a talk and a speaker, as the form description has them. */
  fields: Record<Kind | 'speaker', FieldForm[]>
  open: OpenParts
  /** Adds a part to a list, opens it and puts the cursor into its title; null where the list is full. */
  add: (list: Path, place?: number) => string | null
  remove: (id: string) => void
  step: (id: string, way: Way) => void
  /** Whether a step leads anywhere. */
  canStep: (id: string, way: Way) => boolean
  place: (id: string, to: Where) => void
  isFull: (list: Path, length: number) => boolean
  /** Opens a part or closes it; the cursor goes into it, or back to its row. */
  toggle: (id: string, isOpen: boolean) => void
  /** Makes talks of pasted lines at the end of this list. */
  paste: (list: Path) => void
  /** Gives files to talks by their names. */
  takeFiles: (files: File[], talk?: string) => void
}

const ProgrammeContext = createContext<Programme | null>(null)
export const ProgrammeProvider = ProgrammeContext

export function useProgramme(): Programme {
  const programme = useContext(ProgrammeContext)
  if (!programme) throw new Error('Rows stand in a programme.')
  return programme
}
