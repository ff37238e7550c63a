import { describe, expect, test, vi } from 'vitest'
import type { Put } from './putBytes'
import { arrivedShare, sendFile } from './sendFile'
import { Away, FileChanged, type Ticket } from './upload'

const SIZE = 4
const file = new File(['abcdefghij'], 'letters.pdf')
const text = (content: ArrayBuffer) => new TextDecoder().decode(content)
const never = new AbortController().signal

function ticket(arrived: number[] = []): Ticket {
  const parts = [0, 1, 2].map((number) => ({
    number,
    offset: number * SIZE,
    byteSize: number === 2 ? 2 : SIZE,
    url: `/uploads/t/${number}`,
    isThere: arrived.includes(number),
  }))
  return { id: 't', method: 'PUT', headers: [], parts }
}

describe('a file in parts', () => {
  test('goes piece by piece to the address of each', async () => {
    const got = new Map<string, string>()
    const put: Put = async (url, _ticket, content) => void got.set(url, text(content))

    await sendFile(put)(ticket(), file, () => undefined, never)

    expect([...got].sort()).toEqual([
      ['/uploads/t/0', 'abcd'],
      ['/uploads/t/1', 'efgh'],
      ['/uploads/t/2', 'ij'],
    ])
  })

  test('sends only what has not arrived, and tells the share of the whole', async () => {
    const shares: number[] = []
    const put = vi.fn(async (_url, _ticket, _content, onSent: (bytes: number) => void) => onSent(1))

    await sendFile(put as Put)(ticket([0, 2]), file, (share) => shares.push(share), never)

    expect(put.mock.calls.map(([url]) => url)).toEqual(['/uploads/t/1'])
    expect(shares).toEqual([0.7, 1])
    expect(arrivedShare(ticket([0, 2]), file)).toBe(0.6)
  })

  test('has two parts under way, and stops the other when one breaks', async () => {
    const stopped: string[] = []
    const put: Put = (url, _ticket, _content, _onSent, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => stopped.push(url))
        if (url.endsWith('1')) reject(new Away())
      })

    await expect(sendFile(put)(ticket(), file, () => undefined, never)).rejects.toThrow(Away)

    expect(stopped).toContain('/uploads/t/0')
    expect(stopped).not.toContain('/uploads/t/2')
  })

  test('says so where the file cannot be read any more', async () => {
    const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadableError')) }) }
    const put = vi.fn()

    await expect(sendFile(put)(ticket(), gone as unknown as File, () => undefined, never)).rejects.toThrow(FileChanged)

    expect(put).not.toHaveBeenCalled()
  })
})
