import type { FieldForm } from '../FormContext'
import type { Path } from '../store/paths'

/** `path` ends with the locale where the field is localized; `label` and `error` are for the one value at it. */
export type FieldProps = {
  field: FieldForm
  path: Path
  label: string
  description?: string
  error?: string
  isReadOnly: boolean
}

/** What all plain inputs of the library take. */
export function inputProps({ field, path, label, description, error, isReadOnly }: FieldProps) {
  return { id: fieldId(path), label, description, error, disabled: isReadOnly, withAsterisk: field.required }
}

export const fieldId = (path: Path) => `field-${path.join('.')}`
