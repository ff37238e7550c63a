import { CombinedError } from 'urql'
import { describe, expect, test } from 'vitest'
import { troubleOf } from './trouble'

const answer = (status: number, headers: Record<string, string> = {}) =>
  new CombinedError({ networkError: new Error(`${status}`), response: new Response('', { status, headers }) })
const graphql = (code: string, more: object = {}) =>
  new CombinedError({ graphQLErrors: [{ message: 'Said.', extensions: { code, ...more } }] })

describe('an answer that is none', () => {
  test.each([
    ['a connection that broke', new CombinedError({ networkError: new Error('Failed to fetch') }), 'away'],
    ['nothing at all', undefined, 'away'],
    ['a balancer without a server', answer(502), 'away'],
    ['a balancer that waited too long', answer(504), 'away'],
    ['a database that does not answer', graphql('UNAVAILABLE'), 'away'],
    ['a fault of the server', answer(500), 'fault'],
    ['a fault in a part of the answer', graphql('INTERNAL'), 'fault'],
    ['something that is told', graphql('NOT_FOUND'), 'said'],
  ])('tells %s', (_name, error, kind) => {
    expect(troubleOf(error as CombinedError | undefined).kind).toBe(kind)
  })

  test('names the request by which the fault is found in the log', () => {
    expect(troubleOf(graphql('INTERNAL', { requestId: 'abc' })).requestId).toBe('abc')
    expect(troubleOf(answer(500, { 'x-request-id': 'def' })).requestId).toBe('def')
    expect(troubleOf(answer(502, { 'x-request-id': 'def' })).requestId).toBeNull()
    expect(troubleOf(answer(500)).requestId).toBeNull()
  })
})
