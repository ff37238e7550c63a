// @vitest-environment jsdom
import { expect, test } from 'vitest'
import vectors from './meaning.json'
import { pasted, sketch } from './testing'

test.each(vectors)('$says, as in what is imported', ({ html, gives }) => {
  expect(sketch(pasted(html)).split('\n')).toEqual(gives)
})
