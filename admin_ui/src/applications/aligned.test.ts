import { expect, test } from 'vitest'
import { aligned } from './aligned'

const answer = (question: string) => ({
  question,
  type: 'TEXT',
  label: question,
  texts: [question],
  entries: [],
  files: [],
})
const section = (key: string, ...questions: string[]) => ({ key, title: key, answers: questions.map(answer) })

test('the same questions stand in one row, and what only one was asked where it was asked', () => {
  const [found] = aligned([section('event', 'city', 'theme')], [section('event', 'city', 'larger_event_name', 'theme')])

  expect(found?.rows.map((row) => [row.question, Boolean(row.one), Boolean(row.other)])).toEqual([
    ['city', true, true],
    ['larger_event_name', false, true],
    ['theme', true, true],
  ])
})

test('steps of either form are there', () => {
  const found = aligned([section('applicant', 'name')], [section('privacy', 'consent'), section('applicant', 'name')])

  expect(found.map(({ key }) => key)).toEqual(['privacy', 'applicant'])
})
