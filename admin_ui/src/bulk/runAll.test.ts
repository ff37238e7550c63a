import { expect, test } from 'vitest'
import { runAll } from './runAll'

test('everything is done once, and never more than a few at a time', async () => {
  const done: number[] = []
  let running = 0
  let most = 0
  const all = Array.from({ length: 20 }, (_, place) => place)
  const work = async (one: number) => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
    done.push(one)
  }
  await runAll(all, work, new AbortController().signal)
  expect(done.sort((one, other) => one - other)).toEqual(all)
  expect(most).toBe(3)
})

test('what was not begun is left alone after a stop', async () => {
  const stop = new AbortController()
  const done: number[] = []
  const work = async (one: number) => {
    done.push(one)
    if (one === 2) stop.abort()
  }
  await runAll([1, 2, 3, 4, 5], work, stop.signal, 1)
  expect(done).toEqual([1, 2])
})
