import { beforeAll, expect, test } from 'vitest'
import { keepTypes } from '../content-types/types'
import { listedType } from '../test/listedType'
import { filterOf, isNarrowed, readView, writeView } from './listView'

beforeAll(() =>
  keepTypes([
    listedType('NewsItem', { filters: ['kind'] }),
    listedType('Edition', { filters: ['mode'], order: 'latest' }),
  ]),
)

const read = (address: string, type = 'NewsItem') => readView(type, new URLSearchParams(address))

test('a view goes into the address and comes out the same', () => {
  const address = 'search=iasi&state=pending&locale=cs&site=nca&by=ann&kind=invitation&sort=title_asc'
  expect(writeView('NewsItem', read(address)).toString()).toBe(address)
})

test('an address says nothing of what is as usual', () => {
  expect(writeView('Edition', read('sort=day_desc', 'Edition')).toString()).toBe('')
  expect(writeView('NewsItem', read('sort=day_desc')).toString()).toBe('sort=day_desc')
  expect(isNarrowed(read('sort=day_desc'))).toBe(false)
})

test('nonsense in an address does not reach the server', () => {
  expect(read('state=burning&sort=random&mode=online')).toMatchObject({
    state: '',
    sort: 'MODIFIED_DESC',
    own: { kind: '' },
  })
})

test('the filter names what the type has of its own, and what waits for its moment', () => {
  expect(filterOf('NewsItem', read('kind=invitation&state=scheduled'))).toMatchObject({
    type: 'NewsItem',
    facets: ['kind:invitation'],
    state: null,
    isScheduled: true,
  })
  expect(filterOf('NewsItem', read('state=pending'))).toMatchObject({ state: 'PENDING', isScheduled: false })
})
