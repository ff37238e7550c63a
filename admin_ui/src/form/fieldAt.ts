import { type FieldForm, partFields, type TypeForm } from './FormContext'
import { isObject, type Json } from './store/json'

/** The description of the field at a dotted path with element ids; undefined for an element itself. */
export function fieldAt(form: TypeForm, at: string, data: Json): FieldForm | undefined {
  let fields = form.fields
  let found: FieldForm | undefined
  let value = data
  for (const name of at.split('.')) {
    const field = fields.find((one) => one.name === name)
    value = stepped(value, name)
    if (field) {
      found = field
      fields = inner(form, field, value)
    } else if (found) {
      fields = inner(form, found, value)
      found = undefined
    }
  }
  return found
}

function inner(form: TypeForm, field: FieldForm, value: Json): FieldForm[] {
  const kind = isObject(value) ? String(value.kind ?? '') : ''
  const parts = field.parts.filter((one) => one.kind === kind)
  return (parts.length ? parts : field.parts).flatMap((one) => partFields(form, one.part))
}

function stepped(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.find((one) => isObject(one) && one.id === name)
  return isObject(value) ? value[name] : undefined
}
