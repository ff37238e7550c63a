import { expect, test } from 'vitest'
import { isOfApplications, nameOf } from './actions'
import english from './messages.en.json'

test('what can be chosen stands in a group that has a name', () => {
  expect(Object.keys(english.actions).sort()).toEqual(Object.keys(english.groups).sort())
})

test('an action is found by its name, whatever group it is in', () => {
  expect(nameOf(english.actions, 'share_item')).toBe('Shared with other sites')
  expect(nameOf(english.actions, 'score_application')).toBe(english.actions.applications.score_application)
  expect(nameOf(english.actions, 'wave')).toBeUndefined()
})

test('what applicants do is told apart from what people with an account do', () => {
  expect(isOfApplications(english.actions, 'submit_application')).toBe(true)
  expect(isOfApplications(english.actions, 'submit_item')).toBe(false)
})
