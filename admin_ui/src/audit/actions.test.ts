import { expect, test } from 'vitest'
import { ACTIONS } from './actions'
import english from './messages.en.json'

test('what can be chosen has a name, and what has a name can be chosen', () => {
  expect(Object.values(ACTIONS).flat().sort()).toEqual(Object.keys(english.actions).sort())
  expect(Object.keys(ACTIONS).sort()).toEqual(Object.keys(english.groups).sort())
})
