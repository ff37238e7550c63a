import { describe, expect, test, vi } from 'vitest'
import { failureOf } from './sendBytes'
import { type QueueParts, type Send, UploadQueue } from './UploadQueue'
import { Away, type Completed, TicketGone, type UploadsApi } from './upload'

const file = (name: string, size = 3) => new File(['x'.repeat(size)], name)
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
    create: vi.fn(async () => {
      tickets += 1
      return { value: { id: `t${tickets}`, url: '/uploads/1', method: 'PUT', headers: [] }, refusal: null }
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
    const { queue } = queueWith({ send })

    queue.add([file('a')], { site: 'eccp' })

    await ended(queue)
    expect(send.mock.calls.map(([ticket]) => ticket.id)).toEqual(['t1', 't2'])
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
