import { contentType } from '../content-types/types'
import type { ItemFilterInput, ItemSort } from './gql/graphql'

/** What a list shows of its type, as the address says it. Everything in it is a string, "" where nothing is chosen. */
export type ListView = {
  search: string
  state: string
  locale: string
  site: string
  by: string
  sort: ItemSort
  /** {field: value} of the type's own filters. */
  own: Record<string, string>
}

export const SORTS: readonly ItemSort[] = [
  'MODIFIED_DESC',
  'MODIFIED_ASC',
  'TITLE_ASC',
  'TITLE_DESC',
  'DAY_DESC',
  'DAY_ASC',
  'CREATED_DESC',
  'CREATED_ASC',
]
const STATES = ['private', 'pending', 'published', 'archived'] as const
export const SHOWN_STATES = [...STATES, 'scheduled'] as const
const COMMON = ['search', 'state', 'locale', 'site', 'by'] as const

const ORDERS = { title: 'TITLE_ASC', latest: 'DAY_DESC', '': 'MODIFIED_DESC' } as const

function defaultSort(type: string): ItemSort {
  return ORDERS[contentType(type)?.order ?? '']
}

/** Whatever makes no sense in an address is left out. */
export function readView(type: string, address: URLSearchParams): ListView {
  const given = (name: string) => (address.get(name) ?? '').slice(0, 200)
  const sort = SORTS.find((one) => one.toLowerCase() === given('sort')) ?? defaultSort(type)
  const state = SHOWN_STATES.find((one) => one === given('state')) ?? ''
  const own = Object.fromEntries((contentType(type)?.filters ?? []).map((name) => [name, given(name)]))
  return { search: given('search'), state, locale: given('locale'), site: given('site'), by: given('by'), sort, own }
}

/** The address of a view: what is not chosen is not in it. */
export function writeView(type: string, view: ListView): URLSearchParams {
  const address = new URLSearchParams()
  for (const name of COMMON) if (view[name]) address.set(name, view[name])
  for (const [name, value] of Object.entries(view.own)) if (value) address.set(name, value)
  if (view.sort !== defaultSort(type)) address.set('sort', view.sort.toLowerCase())
  return address
}

export function isNarrowed({ search, state, locale, site, by, own }: ListView): boolean {
  return [search, state, locale, site, by, ...Object.values(own)].some(Boolean)
}

export function filterOf(type: string, view: ListView): ItemFilterInput {
  const isState = STATES.some((one) => one === view.state)
  return {
    type,
    search: view.search.trim() || null,
    state: isState ? (view.state.toUpperCase() as ItemFilterInput['state']) : null,
    isScheduled: view.state === 'scheduled',
    locale: view.locale || null,
    site: view.site || null,
    modifiedBy: view.by || null,
    facets: Object.entries(view.own).flatMap(([name, value]) => (value ? [`${name}:${value}`] : [])),
  }
}
