import type { TypeForm } from './useFrame'

type Field = TypeForm['fields'][number]

/** What an item is called by before anything else is known of it: its title, or the first text that it must have. */
export function firstField({ titleField, fields }: TypeForm): Field | undefined {
  const title = fields.find(({ name }) => name === titleField)
  if (title?.required) return title
  return fields.find(({ kind, required }) => kind === 'Text' && required) ?? title
}

/** The data of a new item that has no more than this. */
export function firstData(field: Field | undefined, value: string, locale: string): Record<string, unknown> {
  const given = value.trim()
  if (!field || !given) return {}
  return { [field.name]: field.localized ? { [locale]: given } : given }
}
