import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Question } from './form'
import { KINDS, kindOf } from './kinds'

const SDL = readFileSync(new URL('../../../../schema/delivery.graphql', import.meta.url), 'utf-8')
const KNOWN = (/enum QuestionType \{\n(.+?)\n\}/s.exec(SDL)?.[1]?.match(/^ {2}[A-Z_]+$/gm) ?? []).map((one) =>
  one.trim().toLowerCase(),
)

test('every kind of question that the server knows has its component here, and no other', () => {
  expect([...KINDS.keys()].sort()).toEqual([...KNOWN].sort())
  for (const kind of KINDS.values()) expect(kind.Preview).toBeTypeOf('function')
})

test.each(['en', 'cs', 'bg'])('every kind has a name in %s', (language) => {
  const { types } = JSON.parse(readFileSync(new URL(`./messages.${language}.json`, import.meta.url), 'utf-8'))
  expect(Object.keys(types).sort()).toEqual([...KINDS.keys()].sort())
})

test('what can be set has a control', () => {
  for (const { settings = [], Settings } of KINDS.values()) expect(settings.length > 0).toBe(Boolean(Settings))
})

test('conditions depend on answers that are chosen', () => {
  const conditional = [...KINDS].filter(([, kind]) => kind.answers).map(([name]) => name)
  expect(conditional.sort()).toEqual(['choice', 'choices', 'consent', 'country', 'yes_no'])
})

test('a kind that a newer server knows is answered in one line', () => {
  const question: Question = { id: '1', type: 'colour' }
  expect(kindOf(question)).toBe(KINDS.get('text'))
})

const NAMES = [...KINDS.keys()]
const UNMISTAKABLE = NAMES.filter((one) => one.includes('_') || one.endsWith('s'))
/** A type that is compared with a word, a case, a word or a key of a table that means nothing else. */
const DECIDES = [`\\btype\\b.*[!=]==?\\s*'`, `case '(${NAMES.join('|')})'`, `\\b(${UNMISTAKABLE.join('|')})('|: \\[)`]

test('nothing else in the form builder decides by the name of a kind', () => {
  const paths = globSync('*.{ts,tsx}', { cwd: import.meta.dirname }).filter((path) => !path.includes('.test.'))
  const texts = paths.map((path) => readFileSync(join(import.meta.dirname, path), 'utf-8'))
  const found = (text: string) => DECIDES.flatMap((one) => text.match(new RegExp(one)) ?? []).slice(0, 1)
  expect(paths.length).toBeGreaterThan(10)
  expect(texts.flatMap(found)).toEqual([])
  for (const one of ["if (type === 'group') {", "case 'number':", "['texts', 'x']", '  long_text: [],']) {
    expect(found(one)).toHaveLength(1)
  }
})
