// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useTyped } from './useTyped'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function typing() {
  const sent: string[] = []
  const { result, rerender } = renderHook(({ value }) => useTyped(value, (one) => sent.push(one)), {
    initialProps: { value: '' },
  })
  const type = (text: string) => act(() => result.current[1](text))
  const pause = () => act(() => void vi.advanceTimersByTime(200))
  return { sent, type, pause, arrive: (value: string) => rerender({ value }), text: () => result.current[0] }
}

test('what is typed stands there at once and is sent after a pause', () => {
  const { sent, type, pause, text } = typing()
  type('b')
  type('bu')
  expect(text()).toBe('bu')
  expect(sent).toEqual([])
  pause()
  expect(sent).toEqual(['bu'])
})

test('a value that comes back late does not undo what was typed since', () => {
  const { type, pause, arrive, text } = typing()
  type('b')
  pause()
  type('bur')
  pause()
  arrive('b')
  expect(text()).toBe('bur')
  arrive('bur')
  type('burg')
  expect(text()).toBe('burg')
})

test('another value, such as of a saved view, replaces it', () => {
  const { sent, type, pause, arrive, text } = typing()
  type('bur')
  arrive('vienna')
  pause()
  expect(text()).toBe('vienna')
  expect(sent).toEqual([])
})
