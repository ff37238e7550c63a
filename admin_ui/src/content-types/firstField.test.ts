import { expect, test } from 'vitest'
import { firstData, firstField } from './firstField'
import type { TypeForm } from './useFrame'

type Field = TypeForm['fields'][number]
const field = (name: string, given: Partial<Field> = {}): Field => ({
  name,
  kind: 'Text',
  localized: true,
  required: false,
  options: [],
  ...given,
})
const form = (titleField: string, ...fields: Field[]): TypeForm => ({
  name: 'Edition',
  hasSlug: true,
  isLibrary: false,
  titleField,
  fields,
})

test('an item is first asked what it is called', () => {
  expect(firstField(form('title', field('kind'), field('title', { required: true })))?.name).toBe('title')
})

test('where the title follows from something else, that is asked', () => {
  const series = field('series', { kind: 'Reference', required: true })
  expect(firstField(form('list_label', series, field('city', { required: true }), field('list_label')))?.name).toBe(
    'city',
  )
})

test('a text is stored in its language, a name for all of them', () => {
  expect(firstData(field('city'), ' Vídeň ', 'cs')).toEqual({ city: { cs: 'Vídeň' } })
  expect(firstData(field('name', { localized: false }), 'Ann', 'cs')).toEqual({ name: 'Ann' })
  expect(firstData(field('city'), ' ', 'cs')).toEqual({})
})
