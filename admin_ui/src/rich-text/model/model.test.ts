import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { modelExtensions } from './extensions'
import declared from './model.json'

const schema = getSchema(modelExtensions())

test('the editor has the nodes and marks of the server, in its order of marks', () => {
  expect(Object.keys(schema.nodes).sort()).toEqual(Object.keys(declared.nodes).sort())
  expect(Object.keys(schema.marks)).toEqual(Object.keys(declared.marks))
})

test.each(Object.entries(declared.nodes))('%s holds what the server declares', (name, { content, group, attrs }) => {
  const { spec } = schema.nodes[name] ?? {}
  expect(spec?.content ?? '').toBe(content)
  expect((spec?.group ?? '').split(' ')).toContain(group)
  expect(defaults(spec?.attrs ?? {})).toEqual(attrs)
})

test.each(Object.entries(declared.marks))('%s has the attributes of the server and may be combined', (name, attrs) => {
  const type = schema.marks[name]
  expect(defaults(type?.spec.attrs ?? {})).toEqual(attrs)
  for (const other of Object.values(schema.marks)) expect(type === other || !type?.excludes(other)).toBe(true)
})

function defaults(attrs: Record<string, { default?: unknown }>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, one]) => [
      name,
      one.default === undefined ? { required: true } : { default: one.default },
    ]),
  )
}
