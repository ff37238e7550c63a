import { expect, test } from 'vitest'
import { isAsked, isRequired } from './asking'
import type { Question, Step } from './form'

const kind: Question = { id: '1', key: 'kind', type: 'choice' }
const larger: Question = { id: '2', key: 'larger', type: 'yes_no', show_if: { question: 'kind', values: ['other'] } }
const name: Question = { id: '3', key: 'name', type: 'text', show_if: { question: 'larger', values: ['yes'] } }
const letter: Question = {
  id: '4',
  key: 'letter',
  type: 'files',
  required: true,
  waived_if: { question: 'kind', values: ['authority'] },
}
const STEPS: Step[] = [{ id: 's', questions: [kind, larger, name, letter] }]

test('what hangs on a question that is not asked is not asked either', () => {
  expect(isAsked(STEPS, name, { larger: true, kind: 'cluster' })).toBe(false)
  expect(isAsked(STEPS, name, { larger: true, kind: 'other' })).toBe(true)
})

test('a condition on a question that is gone or on itself asks nothing', () => {
  expect(isAsked([{ id: 's', questions: [name] }], name, { larger: true })).toBe(false)
  const own: Question = { id: '5', key: 'own', show_if: { question: 'own', values: ['yes'] } }
  expect(isAsked([{ id: 's', questions: [own] }], own, { own: true })).toBe(false)
})

test('what is waived need not be answered', () => {
  expect(isRequired(STEPS, letter, { kind: 'authority' })).toBe(false)
  expect(isRequired(STEPS, letter, { kind: 'cluster' })).toBe(true)
})
