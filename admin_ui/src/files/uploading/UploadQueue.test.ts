// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest'
import { failureOf } from './putBytes'
import type { Send } from './sendFile'
import { type QueueParts, UploadQueue } from './UploadQueue'
import { Away, type Completed, FileChanged, type Ticket, TicketGone, type UploadsApi } from './upload'

const file = (name: string, size = 3) => new File(['x'.repeat(size)], name)
const ticketOf = (id: string, arrived: number[] = []): Ticket => ({
  id,
  method: 'PUT',
  headers: [],
  parts: [0, 1, 2].map((number) => ({
    number,
    offset: number,
    byteSize: 1,
    url: `/uploads/${id}/${number}`,
    isThere: arrived.includes(number),
  })),
})
const made = (id: string): Completed => ({
  item: { id, title: id },
  isChecking: false,
  isDuplicate: false,
  refusal: null,
})

function queueWith(given: { api?: Partial<UploadsApi>; send?: Send; hash?: QueueParts['hash'] } = {}) {
  let tickets = 0
  const api = {
    there: vi.fn(async () => null),
    begun: vi.fn(async () => null),
    again: vi.fn(async (id: string) => ticketOf(id)),
    create: vi.fn(async () => {
      tickets += 1
      return { value: ticketOf(`t${tickets}`), refusal: null }
    }),
    complete: vi.fn(async (ticket: string) => made(`file-of-${ticket}`)),
    cancel: vi.fn(async () => undefined),
    ...given.api,
  } as UploadsApi
  const wait = vi.fn(async () => undefined)
  const queue = new UploadQueue({
    api,
    send: given.send ?? (async () => undefined),
    hash: given.hash ?? (async () => 'abc'),
    wait,
  })
  return { queue, api, wait }
}

const ended = (queue: UploadQueue, stage = 'done') =>
  vi.waitFor(() => expect(queue.all().map((one) => one.stage)).toEqual(queue.all().map(() => stage)))

describe('a queue of uploads', () => {
  test('sends three at once and the rest after them', async () => {
    const going: (() => void)[] = []
    const { queue } = queueWith({ send: () => new Promise((resolve) => going.push(resolve)) })

    queue.add(
      ['a', 'b', 'c', 'd', 'e'].map((name) => file(name)),
      { site: 'eccp' },
    )

    await vi.waitFor(() => expect(going).toHaveLength(3))
    expect(queue.all().map((one) => one.stage)).toEqual(['sending', 'sending', 'sending', 'waiting', 'waiting'])
    going[0]?.()
    await vi.waitFor(() => expect(going).toHaveLength(4))
    for (const finish of going) finish()
    await vi.waitFor(() => expect(going).toHaveLength(5))
    going[4]?.()
    await ended(queue)
  })

  test('tells how far each file is', async () => {
    const seen: number[] = []
    const { queue } = queueWith({
      send: async (_ticket, _file, onProgress) => {
        onProgress(0.25)
        onProgress(0.75)
      },
    })
    queue.subscribe(() => seen.push(queue.all()[0]?.progress ?? -1))

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue)
    expect(seen).toEqual(expect.arrayContaining([0, 0.25, 0.75, 1]))
  })

  test('asks again while the bytes are looked at, with the same ticket', async () => {
    vi.useFakeTimers()
    const checking = { item: null, isChecking: true, isDuplicate: false, refusal: null }
    const complete = vi
      .fn()
      .mockResolvedValueOnce(checking)
      .mockResolvedValueOnce(checking)
      .mockResolvedValue(made('f'))
    const { queue } = queueWith({ api: { complete } })

    queue.add([file('a')], { site: 'eccp' })
    await vi.advanceTimersByTimeAsync(5000)
    vi.useRealTimers()

    expect(queue.all()[0]?.item?.id).toBe('f')
    expect(complete.mock.calls.map(([ticket]) => ticket)).toEqual(['t1', 't1', 't1'])
  })
})

describe('after a break', () => {
  test('the bytes are sent again by themselves, with the same ticket', async () => {
    const send = vi
      .fn()
      .mockRejectedValueOnce(new Away())
      .mockRejectedValueOnce(new Away())
      .mockResolvedValue(undefined)
    const { queue, api, wait } = queueWith({ send })

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue)
    expect(send).toHaveBeenCalledTimes(3)
    expect(api.create).toHaveBeenCalledTimes(1)
    expect(wait.mock.calls.map(([milliseconds]: number[]) => milliseconds)).toEqual([1000, 2000])
  })

  test('bytes that are there are not sent twice when only the answer was lost', async () => {
    const complete = vi.fn().mockRejectedValueOnce(new Away()).mockResolvedValue(made('f'))
    const send = vi.fn(async () => undefined)
    const { queue } = queueWith({ api: { complete }, send })

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue)
    expect(send).toHaveBeenCalledTimes(1)
  })

  test('a ticket that expired meanwhile is replaced', async () => {
    const send = vi.fn().mockRejectedValueOnce(new TicketGone()).mockResolvedValue(undefined)
    const { queue } = queueWith({ api: { again: async () => null }, send })

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue)
    expect(send.mock.calls.map(([ticket]) => ticket.id)).toEqual(['t1', 't2'])
  })

  test('what has arrived is asked for before it goes on, and its share is kept in sight', async () => {
    const send = vi.fn().mockRejectedValueOnce(new Away()).mockResolvedValue(undefined)
    const again = vi.fn(async (id: string) => ticketOf(id, [0, 2]))
    const seen: [string, number][] = []
    const { queue } = queueWith({ api: { again }, send })
    queue.subscribe(() => seen.push([queue.all()[0]?.stage ?? '', queue.all()[0]?.progress ?? -1]))

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue)
    expect(again).toHaveBeenCalledExactlyOnceWith('t1')
    expect(send.mock.calls[1]?.[0]).toEqual(ticketOf('t1', [0, 2]))
    expect(seen).toContainEqual(['sending', 2 / 3])
  })

  test('addresses that are too old are asked for anew, with the same ticket', async () => {
    const send = vi.fn().mockRejectedValueOnce(new TicketGone('403')).mockResolvedValue(undefined)
    const { queue, api } = queueWith({ send })

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue)
    expect(api.again).toHaveBeenCalledTimes(1)
    expect(api.create).toHaveBeenCalledTimes(1)
  })

  test('an upload that was begun before goes on, after a reload too', async () => {
    const send = vi.fn(async () => undefined)
    const begun = vi.fn(async () => ticketOf('before', [0]))
    const { queue, api } = queueWith({ api: { begun }, send })

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue)
    expect(begun).toHaveBeenCalledWith('abc', 'eccp')
    expect(api.create).not.toHaveBeenCalled()
    expect(send.mock.calls[0]).toEqual([
      ticketOf('before', [0]),
      expect.any(File),
      expect.any(Function),
      expect.anything(),
    ])
  })

  test('a file that was changed on the disk meanwhile is told, and not tried for ever', async () => {
    const { queue } = queueWith({ send: async () => Promise.reject(new FileChanged()) })

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue, 'refused')
    expect(queue.all()[0]?.refusal?.code).toBe('FILE_CHANGED')
  })

  test('it gives up on tickets that are never good', async () => {
    const { queue } = queueWith({ send: async () => Promise.reject(new TicketGone('403')) })

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue, 'refused')
  })

  test.each([
    [0, Away],
    [503, Away],
    [429, Away],
    [410, TicketGone],
    [403, TicketGone],
    [413, Error],
  ])('a status of %i is told from others', (status, kind) => {
    expect(failureOf(status)).toBeInstanceOf(kind)
  })
})

describe('what the person decides', () => {
  test('a refusal says which, and can be tried again', async () => {
    const refusal = { code: 'FILE_TYPE', message: 'No.' }
    const complete = vi
      .fn()
      .mockResolvedValueOnce({ ...made('f'), item: null, refusal })
      .mockResolvedValue(made('f'))
    const { queue } = queueWith({ api: { complete } })
    const [id = ''] = queue.add([file('a.pdf')], { site: 'eccp' })
    await ended(queue, 'refused')
    expect(queue.all()[0]?.refusal?.code).toBe('FILE_TYPE')

    queue.retry(id)

    await ended(queue)
  })

  test('bytes that are there already are not sent; the person takes the file that has them', async () => {
    const send = vi.fn(async () => undefined)
    const { queue } = queueWith({ api: { there: async () => ({ id: 'old', title: 'Old' }) }, send })
    const done = vi.fn()
    const [id = ''] = queue.add([file('a')], { site: 'eccp' })
    queue.whenDone(id, (upload) => done(upload.item?.id))
    await ended(queue, 'duplicate')

    queue.takeThere(id)

    expect(send).not.toHaveBeenCalled()
    expect(done).toHaveBeenCalledExactlyOnceWith('old')
  })

  test('or makes another one', async () => {
    const { queue, api } = queueWith({ api: { there: async () => ({ id: 'old', title: 'Old' }) } })
    const [id = ''] = queue.add([file('a')], { site: 'eccp' })
    await ended(queue, 'duplicate')

    queue.keepBoth(id)

    await ended(queue)
    expect(api.complete).toHaveBeenCalledWith('t1', { site: 'eccp' }, true)
  })

  test('the server finds the duplicate where the browser cannot hash', async () => {
    const complete = vi
      .fn()
      .mockResolvedValueOnce({ ...made('old'), isDuplicate: true })
      .mockResolvedValue(made('new'))
    const send = vi.fn(async () => undefined)
    const { queue, api } = queueWith({ api: { complete }, send, hash: async () => null })
    const [id = ''] = queue.add([file('a')], { site: 'eccp' })
    await ended(queue, 'duplicate')

    queue.keepBoth(id)

    await ended(queue)
    expect(api.there).not.toHaveBeenCalled()
    expect(send).toHaveBeenCalledTimes(1)
    expect(queue.all()[0]?.item?.id).toBe('new')
  })

  test('a cancelled upload stops, gives its ticket back and makes room', async () => {
    const stopped = vi.fn()
    const send: Send = (_ticket, _file, _onProgress, signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => {
          stopped()
          reject(new Away())
        }),
      )
    const { queue, api } = queueWith({ send })
    const ids = queue.add(
      ['a', 'b', 'c', 'd'].map((name) => file(name)),
      { site: 'eccp' },
    )
    await vi.waitFor(() => expect(queue.all()[2]?.stage).toBe('sending'))

    queue.cancel(ids[0] ?? '')

    expect(stopped).toHaveBeenCalled()
    expect(api.cancel).toHaveBeenCalledWith('t1')
    await vi.waitFor(() => expect(queue.all()[3]?.stage).toBe('sending'))
    expect(queue.all()[0]?.stage).toBe('cancelled')
  })
})
