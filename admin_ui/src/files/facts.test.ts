import { expect, test } from 'vitest'
import { bytes } from './facts'

test.each([
  [1, '1 byte'],
  [923, '923 bytes'],
  [1_600, '1.6 kB'],
  [2_400_000, '2.4 MB'],
])('%d bytes read as "%s"', (size, words) => {
  expect(bytes(size)).toBe(words)
})
