import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CONTROLS } from './controls'

const KINDS: string[] = JSON.parse(
  readFileSync(new URL('../../../tests/facts/kinds_of_field.json', import.meta.url), 'utf-8'),
)

test('every kind of field of the server has a control', () => {
  expect(KINDS.filter((kind) => !CONTROLS[kind])).toEqual([])
})

test('there is no control for a kind that the server does not have', () => {
  expect(Object.keys(CONTROLS).filter((kind) => !KINDS.includes(kind))).toEqual([])
})

test('only the registry goes by the name of a kind', () => {
  const names = new RegExp(`kind\\W{1,6}'(${KINDS.join('|')})'|'(${KINDS.join('|')})'\\W{1,4}\\.includes\\(`)
  const src = join(import.meta.dirname, '..')
  const paths = globSync('**/*.{ts,tsx}', { cwd: src }).filter((path) => !/\/gql\/|\.test\./.test(path))

  // what a new item is called by is a line of text; which field that is, the content type alone could say
  expect(paths.filter((path) => names.test(readFileSync(join(src, path), 'utf-8')))).toEqual([
    join('content-types', 'firstField.ts'),
  ])
})
