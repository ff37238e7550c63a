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

/** What all plain inputs of the library take. What may only be read is no disabled input: one reads and copies it. */
export function inputProps({ field, path, label, description, error, isReadOnly }: FieldProps) {
  const readable = { readOnly: isReadOnly, 'data-only-read': isReadOnly || undefined }
  return { id: fieldId(path), label, description, error, withAsterisk: field.required, ...readable }
}

export const fieldId = (path: Path) => `field-${path.join('.')}`
