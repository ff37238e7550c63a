import { expect, test } from 'vitest'
import { talkCount } from './places'

test('the talks of a part are counted with those of the sessions in it', () => {
  const nested = { id: 'c', talks: [{ id: 't3' }] }
  const session = { id: 's', talks: [{ id: 't1' }, { id: 't2' }], children: [nested] }

  expect(talkCount(nested)).toBe(1)
  expect(talkCount(session)).toBe(3)
  expect(talkCount({ id: 'd', sessions: [session, { id: 'e' }] })).toBe(3)
  expect(talkCount({ id: 't1' })).toBe(0)
})
