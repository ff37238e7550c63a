import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, renderHook } from '@testing-library/react'
import {
  createPath,
  MemoryRouter,
  type Navigator,
  type Path,
  Router,
  type To,
  useLocation,
  useNavigate,
} from 'react-router'
import { expect, test } from 'vitest'
import { useAddressFilter } from './useAddressFilter'
import { useAddressQuery, withChanges } from './useAddressQuery'

const NAMES = ['state', 'to'] as const
const SRC = join(import.meta.dirname, '..')

function narrowing(address: string) {
  const all = () => ({ ...useAddressFilter(NAMES), search: useLocation().search, navigate: useNavigate() })
  const { result } = renderHook(all, {
    wrapper: ({ children }) => <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>,
  })
  return result
}

test('two choices before the address is drawn again both hold', () => {
  const list = narrowing('/mails?state=FAILED')
  act(() => {
    list.current.choose('state', '')
    list.current.choose('to', 'nora@example.org')
  })
  expect(list.current.search).toBe('?to=nora%40example.org')
  expect(list.current.filter).toEqual({ to: 'nora@example.org', state: undefined })
})

test('what is chosen at once after clearing is all that is chosen', () => {
  const list = narrowing('/mails?state=FAILED')
  act(() => {
    list.current.clear()
    list.current.choose('to', 'nora')
  })
  expect(list.current.search).toBe('?to=nora')
})

test('what changes with a choice changes in the same step', () => {
  const list = narrowing('/mails?to=nora')
  act(() => list.current.choose('state', 'SENT', { to: null }))
  expect(list.current.search).toBe('?state=SENT')
})

test('a choice after another address begins with that one', () => {
  const list = narrowing('/mails')
  act(() => list.current.choose('state', 'FAILED'))
  act(() => void list.current.navigate('/mails?state=SENT'))
  act(() => list.current.choose('to', 'nora'))
  expect(list.current.search).toBe('?state=SENT&to=nora')
})

test('an address that is drawn late does not undo the choice after it', () => {
  const asked: string[] = []
  const go = (to: To) => void asked.push(createPath(to as Path))
  const navigator = { push: go, replace: go, go: () => undefined, createHref: createPath } as unknown as Navigator
  let address = '/mails'
  const { result, rerender } = renderHook(() => useAddressQuery()[1], {
    wrapper: ({ children }) => (
      <Router location={address} navigator={navigator}>
        {children}
      </Router>
    ),
  })
  const choose = (name: string) => act(() => result.current(withChanges({ [name]: '1' })))
  choose('a')
  choose('b')
  address = asked[0] as string
  rerender()
  choose('c')
  expect(asked).toEqual(['/mails?a=1', '/mails?a=1&b=1', '/mails?a=1&b=1&c=1'])
})

test('the address is changed by this hook alone', () => {
  const paths = globSync('**/*.{ts,tsx}', { cwd: SRC }).filter((path) => !path.includes('.test.'))
  const writers = paths.filter((path) =>
    /\[\s*\w+,\s*\w+\s*\] = useSearchParams/.test(readFileSync(join(SRC, path), 'utf-8')),
  )
  expect(writers).toEqual(['ui/useAddressQuery.ts'])
})
