import { expect, test } from 'vitest'
import { rekeyed, type Step } from './form'
import { retyped } from './kinds'
import { duplicatedQuestion, duplicatedStep, mayPlace, placed, stepped } from './moving'

const STEPS: Step[] = [
  {
    id: 'who',
    key: 'who',
    questions: [
      { id: 'a', key: 'kind', type: 'choice', options: [{ id: 'o', slug: 'other' }] },
      { id: 'b', key: 'other-kind', type: 'text', show_if: { question: 'kind', values: ['other'] } },
    ],
  },
  { id: 'where', key: 'where', questions: [{ id: 'c', key: 'city', type: 'text' }] },
]
const order = (steps: Step[]) => steps.map((one) => [one.id, ...(one.questions ?? []).map(({ id }) => id)].join(' '))

test('a question is put beside another one, also of another step, or at the end of a step', () => {
  expect(order(placed(STEPS, 'a', 'c', 'before'))).toEqual(['who b', 'where a c'])
  expect(order(placed(STEPS, 'c', 'who', 'inside'))).toEqual(['who a b c', 'where'])
})

test('steps stay outside of each other and questions inside of steps', () => {
  expect(mayPlace(STEPS, 'who', 'c', 'after')).toBe(false)
  expect(mayPlace(STEPS, 'a', 'where', 'before')).toBe(false)
  expect(order(placed(STEPS, 'where', 'who', 'before'))).toEqual(['where c', 'who a b'])
})

test('by keyboard a question goes on into the next step, and nothing falls out at the ends', () => {
  expect(order(stepped(STEPS, 'b', 'down'))).toEqual(['who a', 'where b c'])
  expect(order(stepped(STEPS, 'c', 'up'))).toEqual(['who a b c', 'where'])
  expect(order(stepped(STEPS, 'a', 'up'))).toEqual(order(STEPS))
  expect(order(stepped(STEPS, 'where', 'up'))).toEqual(['where c', 'who a b'])
})

test('a copy has a key and ids of its own', () => {
  const { steps, copy } = duplicatedQuestion(STEPS, 'a')
  const questions = steps[0]?.questions ?? []
  expect(questions.map(({ key }) => key)).toEqual(['kind', 'kind-2', 'other-kind'])
  expect(questions[1]?.id).toBe(copy)
  expect(questions[1]?.options?.[0]?.id).not.toBe('o')
})

test('in a copied step conditions ask for the copies', () => {
  const { steps } = duplicatedStep(STEPS, 'who')
  expect(steps.map(({ key }) => key)).toEqual(['who', 'who-2', 'where'])
  expect(steps[1]?.questions?.[1]?.show_if?.question).toBe('kind-2')
  expect(steps[0]?.questions?.[1]?.show_if?.question).toBe('kind')
})

test('conditions follow a question that gets another key', () => {
  const steps = rekeyed(STEPS, 'a', 'applicant-kind')
  expect(steps[0]?.questions?.map(({ key }) => key)).toEqual(['applicant-kind', 'other-kind'])
  expect(steps[0]?.questions?.[1]?.show_if?.question).toBe('applicant-kind')
})

test('a question of another type loses what that type does not have', () => {
  const choices = { id: 'x', type: 'choices', min: 1, max: 3, vocabulary: 'sectors', max_length: null }
  expect(retyped(choices, 'choice')).toMatchObject({ type: 'choice', vocabulary: 'sectors', min: null, max: null })
  expect(retyped(choices, 'texts')).toMatchObject({ vocabulary: null, min: 1, max: 3 })
})
