import { expect, test } from 'vitest'
import { moment, timeOfDay } from './format'

const GIVEN = '2024-05-31T16:00:00Z'
const ZONE = /(GMT|UTC|CEST|CET|EEST|EET|[A-Z]{2,5}T)([+−-]\d+)?$/

test('a moment says the zone that it is told in, of the site or of whoever reads', () => {
  expect(moment(GIVEN, 'Europe/Sofia')).toMatch(/(19:00|07:00).*(EEST|GMT\+3)$/)
  expect(moment(GIVEN, 'Europe/Prague')).toMatch(/(18:00|06:00).*(CEST|GMT\+2)$/)
  expect(moment(GIVEN)).toMatch(ZONE)
})

test('so does the time of a day', () => {
  expect(timeOfDay(GIVEN)).toMatch(ZONE)
})
