/** A content type that this build has never heard of: menu, list and form follow from what the server tells. */

import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { Client, fetchExchange, Provider } from 'urql'
import { beforeAll, expect, test, vi } from 'vitest'
import { FormProvider, type FormSurroundings } from '../form/FormContext'
import { FormRegistryProvider } from '../form/registry'
import { DraftStore } from '../form/store/DraftStore'
import { DraftProvider } from '../form/store/useDraft'
import { startLanguage } from '../i18n'
import { FormGroups } from '../item/FormGroups'
import { ItemList } from '../lists/ItemList'
import { SessionProvider } from '../session/SessionProvider'
import { listedType } from '../test/listedType'
import { CONTROLS } from './controls'
import { Navigation } from './shell/Navigation'
import { TEXTS } from './texts'
import { withContentTypes } from './texts/withContentTypes'

const column = { share: 1, isDay: false, isMinor: false }
const TOLD = {
  types: [
    listedType('Tender', {
      group: 'library',
      icon: 'briefcase',
      columns: [
        { ...column, name: 'procedure', reads: ['procedure'], shows: 'choice' },
        { ...column, name: 'deadline', reads: ['deadline'], shows: 'day', isDay: true },
      ],
      filters: ['procedure'],
    }),
  ],
  texts: {
    singular: { Tender: 'Zakázka' },
    plural: { Tender: 'Zakázky' },
    new: { Tender: 'Nová zakázka' },
    groups: { content: 'Obsah' },
    fields: { title: 'Název', procedure: 'Druh řízení', deadline: 'Lhůta pro nabídky' },
    of: { Tender: { fields: { title: 'Název zakázky' }, short: { deadline: 'Lhůta' } } },
  },
}
const OPEN = { value: 'open', labels: [{ locale: 'cs', text: 'Otevřené řízení' }] }
const field = (name: string, kind: string, options: object[] = []) => ({
  ...{ name, kind, options, localized: false, required: false, fallback: false, group: 'content', help: '' },
  ...{ limits: [], switches: [], parts: [], target: null, vocabulary: null },
})
const FORM = {
  ...{ name: 'Tender', plural: 'tenders', hasSlug: false, slugDate: '', isLibrary: false, titleField: 'title' },
  fields: [field('title', 'Text'), field('procedure', 'Choice', [OPEN]), field('deadline', 'Date')],
  parts: [],
}
const ROW = {
  ...{ id: 't1', type: 'Tender', title: 'Most přes Odru', site: 'nca', shared: [], version: 1, rights: [], states: [] },
  ...{ modifiedAt: '2026-11-30T08:00:00Z', modifiedBy: null, values: { procedure: 'open', deadline: '2027-01-31' } },
}
const ROLES = [{ site: 'nca', roles: ['editor'], rights: ['create', 'edit'] }]
const SITE = { id: 's1', site: 'nca', title: 'NCA', values: { key: 'nca', locales: ['cs'] }, data: {} }
const ANSWERS: Record<string, unknown> = {
  Shell: { viewer: { id: 'e1', name: 'Eva', email: 'eva@example.org', roles: ROLES }, contentTypes: [FORM] },
  ListFrame: { viewer: { id: 'e1', roles: ROLES }, sites: { nodes: [SITE] }, contentTypes: [FORM] },
  ItemList: {
    items: { nodes: [ROW], totalCount: 1, totalCountIsExact: true, pageInfo: { hasNextPage: false, endCursor: null } },
  },
}

const asked: string[] = []

function answerTo(address: string, body = '{}'): unknown {
  if (address === '/session') return { person: { id: 'e1', email: 'eva@example.org', name: 'Eva' } }
  return address === '/graphql' ? { data: ANSWERS[JSON.parse(body).operationName] } : TOLD
}

beforeAll(async () => {
  vi.stubGlobal('fetch', async (address: string, given?: { body?: string }) => {
    asked.push(address)
    return Response.json(answerTo(address, given?.body))
  })
  localStorage.setItem('cms.language', 'cs')
  document.head.innerHTML = '<meta name="content-types" content="a1b2">'
  await startLanguage(withContentTypes(TEXTS))
})

function shown(screenOf: ReactNode, path = '/content/Tender') {
  const client = new Client({ url: '/graphql', exchanges: [fetchExchange], preferGetMethod: false })
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <MemoryRouter initialEntries={[path]}>
          <SessionProvider>
            <Routes>
              <Route path="/content/:type" element={screenOf} />
            </Routes>
          </SessionProvider>
        </MemoryRouter>
      </Provider>
    </MantineProvider>,
  )
}

test('its words are asked for by the version that the page names', () => {
  expect(asked).toContain('/content-types/cs.json?v=a1b2')
})

test('the menu has it in its group', async () => {
  shown(<Navigation />)
  expect(await screen.findByText('Knihovna')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Zakázky' })).toHaveAttribute('href', '/content/Tender')
})

test('its list has its columns, its filter and a way to a new one', async () => {
  shown(<ItemList bulk={() => null} prepare={() => undefined} />)
  expect(await screen.findByRole('heading', { name: 'Zakázky' })).toBeInTheDocument()
  const row = (await screen.findByRole('link', { name: 'Most přes Odru' })).closest<HTMLElement>('[role="row"]')
  const heads = screen.getAllByRole('columnheader').map((one) => one.textContent?.trim())
  expect(heads).toEqual(['', 'Název', 'Druh řízení', 'Lhůta', 'Jazyky', expect.stringContaining('Změněno')])
  const cells = within(row as HTMLElement).getAllByRole('gridcell')
  expect(cells.slice(2, 4).map((one) => one.textContent)).toEqual(['Otevřené řízení', '31. 1. 2027'])
  expect(screen.getByRole('combobox', { name: 'Druh řízení' })).toHaveTextContent('Otevřené řízení')
  expect(screen.getByRole('button', { name: 'Nová zakázka' })).toBeEnabled()
})

test('its form has labels, its own where it calls a field otherwise', async () => {
  const around = { form: FORM, site: 'nca', locale: 'cs', source: null, isReadOnly: false, problems: [] }
  shown(
    <FormRegistryProvider value={{ controls: CONTROLS, ownControls: {}, heads: {}, Mark: () => null }}>
      <FormProvider value={around as unknown as FormSurroundings}>
        <DraftProvider draft={new DraftStore({ version: 1, data: { title: 'Most přes Odru' }, slugs: {} })}>
          <FormGroups />
        </DraftProvider>
      </FormProvider>
    </FormRegistryProvider>,
  )
  expect(await screen.findByLabelText('Název zakázky')).toHaveValue('Most přes Odru')
  expect(await screen.findByRole('combobox', { name: 'Druh řízení' })).toBeInTheDocument()
  expect(await screen.findByLabelText('Lhůta pro nabídky')).toBeInTheDocument()
  expect(screen.getByRole('region', { name: 'Obsah' })).toBeInTheDocument()
})
