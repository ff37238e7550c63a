import { beforeEach, expect, test } from 'vitest'
import { listedType } from '../test/listedType'
import { namedData, newData, typesAtHome } from './newItems'
import { keepTypes } from './types'

beforeEach(() =>
  keepTypes([
    listedType('Tender', { homePlace: 2, beginsWith: { kind: 'open' }, beginsToday: ['opened_on'] }),
    listedType('Office', { homePlace: 1, named: { field: 'name', localized: true } }),
    listedType('Officer', { named: { field: 'name', localized: false } }),
  ]),
)

test('a new item begins as its type says, with today by the clock of whoever writes it', () => {
  expect(newData('Tender', new Date(2026, 0, 5, 23, 59))).toEqual({ kind: 'open', opened_on: '2026-01-05' })
  expect(newData('Officer')).toEqual({})
})

test('what needs only its name is made with it, in its language where it has several', () => {
  expect(namedData('Office', 'Praha', 'cs')).toEqual({ name: { cs: 'Praha' } })
  expect(namedData('Officer', 'Ann', 'cs')).toEqual({ name: 'Ann' })
  expect(namedData('Tender', 'A bridge', 'en')).toBeUndefined()
})

test('home offers what is begun most often, in its own order', () => {
  expect(typesAtHome()).toEqual(['Office', 'Tender'])
})
