import { expect, test } from 'vitest'
import { changedPlaces } from './changedPlaces'
import type { FieldForm } from './FormContext'

const field = (name: string, localized: boolean, switches: string[] = []) =>
  ({ name, localized, switches }) as unknown as FieldForm
const FIELDS = [field('title', true), field('theme', false), field('size', false, ['machine'])]
const content = (data: object, slugs = {}) => ({ data: data as Record<string, unknown>, slugs })

test('a text that changed is told with its language, another value without', () => {
  const before = content({ title: { en: 'Iași', cs: 'Jasy' }, theme: 'blue' }, { en: 'iasi' })
  const after = content({ title: { en: 'Iași 2023', cs: 'Jasy' }, theme: 'red' }, { en: 'iasi-2023' })
  expect(changedPlaces(FIELDS, before, after)).toEqual([
    { at: 'title', locale: 'en' },
    { at: 'theme', locale: null },
    { at: 'slugs', locale: 'en' },
  ])
})

test('neither a space that was trimmed nor what the system writes is a change of somebody', () => {
  const before = content({ title: { en: 'Iași ' }, size: 1 })
  expect(changedPlaces(FIELDS, before, content({ title: { en: 'Iași' }, size: 2 }))).toEqual([])
})
