import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { FieldProps } from '../editor/fields/fieldProps'

/** Fields that a content type edits in a way of its own, instead of by their kind: {type: {field: component}}. */
export const OWN_FIELDS: Record<string, Record<string, LazyExoticComponent<ComponentType<FieldProps>>>> = {
  Edition: {
    days: lazy(async () => ({ default: (await import('../programme/ProgrammeField')).ProgrammeField })),
  },
}
