import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { sha256 } from './hash'

afterEach(() => vi.unstubAllGlobals())

const bytes = new Uint8Array(2 * 1024 * 1024 + 17).map((_one, place) => place % 251)
const expected = createHash('sha256').update(bytes).digest('hex')

test('pages without TLS, where the browser has no hash, get the same one in pieces', async () => {
  const file = new File([bytes], 'a.bin')
  expect(await sha256(file)).toBe(expected)

  vi.stubGlobal('crypto', {})
  expect(await sha256(file)).toBe(expected)
})

test('a file that cannot be read has none', async () => {
  const gone = { size: 1, arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }
  expect(await sha256(gone as unknown as File)).toBeNull()
})
