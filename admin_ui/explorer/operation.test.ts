import { expect, test } from 'vitest'
import { withOwnOperation } from './operation'

test('sends no name of an operation that the text does not have', () => {
  const request = { query: 'query News { site(key: "eccp") { name } }', operationName: 'LatestEditions' }
  expect(withOwnOperation(request).operationName).toBeUndefined()
})

test('sends the name of one of several operations', () => {
  const request = { query: 'query One { a } query Two { b }', operationName: 'Two' }
  expect(withOwnOperation(request)).toBe(request)
})

test('leaves it to the server to say what is wrong with a text', () => {
  const request = { query: 'query {', operationName: 'News' }
  expect(withOwnOperation(request)).toBe(request)
})
