import { createContext, useContext } from 'react'
import type { FieldPartsFragment, FormsQuery } from './gql/graphql'

export type FieldForm = FieldPartsFragment
export type TypeForm = FormsQuery['contentTypes'][number]
export type FoundProblem = { field: string; locale?: string | null; code: string; message: string }

/** What every field of a form needs to know. `source`: the language that is shown beside, null for none. */
export type FormSurroundings = {
  form: TypeForm
  /** Key of the site that owns the item: files uploaded here become files of that site. */
  site: string
  locale: string
  source: string | null
  isReadOnly: boolean
  problems: FoundProblem[]
}

const FormContext = createContext<FormSurroundings | null>(null)
export const FormProvider = FormContext

export function useForm(): FormSurroundings {
  const form = useContext(FormContext)
  if (!form) throw new Error('Fields stand inside a form.')
  return form
}

export function partFields(form: TypeForm, name: string): FieldForm[] {
  return form.parts.find((part) => part.name === name)?.fields ?? []
}

export function limit(field: FieldForm, name: string): number | undefined {
  return field.limits.find((one) => one.name === name)?.value
}
