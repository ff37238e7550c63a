import { type ComponentType, createContext, useContext } from 'react'
import type { FieldProps } from './fields/fieldProps'

export type Control = ComponentType<FieldProps>
/** Stands above the form of a content type; `fields` are edited there instead of in the form. */
export type Head = { component: ComponentType; fields: readonly string[] }

/** What features add to forms; the app puts it together. */
export type FormRegistry = {
  /** {kind of field: its control} */
  controls: Record<string, Control>
  /** Fields that a content type edits in a way of its own, instead of by their kind: {type: {field: control}}. */
  ownControls: Record<string, Record<string, Control>>
  /** {type: head} */
  heads: Record<string, Head>
  /** Stands at each text of one language; `at` is the path of its field. */
  Mark: ComponentType<{ at: string }>
}

const FormRegistryContext = createContext<FormRegistry | null>(null)
export const FormRegistryProvider = FormRegistryContext

export function useFormRegistry(): FormRegistry {
  const registry = useContext(FormRegistryContext)
  if (!registry) throw new Error('Forms stand inside a FormRegistryProvider.')
  return registry
}
