import { expect, test } from 'vitest'
import { fromHash, toHash } from './link'

test('a link holds query and variables as they were typed', () => {
  const content = { query: '{ site(key: "č & #") {\n  name + 1\n} }', variables: '{"a": "100 %"}' }

  expect(fromHash(toHash(content))).toEqual(content)
})

test('variables may be missing', () => {
  expect(fromHash(toHash({ query: '{ a }', variables: ' ' }))).toEqual({ query: '{ a }', variables: '' })
})

test('another part of the page is no link', () => {
  expect(fromHash('#top')).toBeUndefined()
})
