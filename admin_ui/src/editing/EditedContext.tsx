import { createContext, useContext } from 'react'
import type { FoundProblem, TypeForm } from '../form/FormContext'
import type { DraftStore } from '../form/store/DraftStore'
import type { EditedFragment } from './gql/graphql'
import type { EditorSite } from './sites'
import type { Saving } from './useAutosave'
import type { Replaced } from './useReplaced'

/** What stands around the form knows of the item that is open. */
export type Edited = {
  item: EditedFragment
  form: TypeForm
  draft: DraftStore
  saving: Saving
  locale: string
  languages: string[]
  showLocale: (locale: string) => void
  /** Its own; undefined for what belongs to every site. */
  site: EditorSite | undefined
  sites: EditorSite[]
  isReadOnly: boolean
  problems: FoundProblem[]
  /** What others changed in the form, until it was seen. */
  replaced: Replaced | null
  forgetReplaced: () => void
  /** Takes the item as an action answered with it. */
  adopt: (item: EditedFragment) => void
  /** Shows at the fields what an action was refused for. */
  refuse: (problems: FoundProblem[]) => void
}

const EditedContext = createContext<Edited | null>(null)
export const EditedProvider = EditedContext

export function useEdited(): Edited {
  const edited = useContext(EditedContext)
  if (!edited) throw new Error('Panels stand beside an opened item.')
  return edited
}

export function standingIn(item: EditedFragment, locale: string): EditedFragment['states'][number] | undefined {
  return item.states.find((one) => one.locale === locale)
}

/** Whether anybody wrote or published anything in a language; what has facts alone is the same in each. */
export function isBegun(item: EditedFragment, locale: string): boolean {
  return item.writtenIn.length === 0 || item.writtenIn.includes(locale) || standingIn(item, locale) !== undefined
}
