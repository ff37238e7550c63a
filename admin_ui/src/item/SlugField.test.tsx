import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test, vi } from 'vitest'
import { TEXTS } from '../app/texts'
import { type Edited, EditedProvider } from '../editing/EditedContext'
import { FormProvider, type FormSurroundings } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import { DraftStore } from '../form/store/DraftStore'
import { DraftProvider } from '../form/store/useDraft'
import { startLanguage } from '../i18n'
import { SlugField } from './SlugField'

const CITY = { name: 'city', kind: 'Text', required: true, localized: true }
const form = { name: 'Edition', hasSlug: true, slugDate: 'start', titleField: 'city', fields: [CITY], parts: [] }
const LED = { field: 'slugs', locale: 'en', code: 'LEADS_ELSEWHERE', message: 'It leads to another item.' }

beforeAll(() => startLanguage(TEXTS))

function shown(draft: DraftStore, problems: object[] = [], state = 'saved') {
  const takeAddresses = vi.fn()
  const around = { form, site: 'eccp', locale: 'en', source: null, isReadOnly: false, problems }
  render(
    <MantineProvider env="test">
      <EditedProvider value={{ saving: { state, takeAddresses } } as unknown as Edited}>
        <FormProvider value={around as unknown as FormSurroundings}>
          <DraftProvider draft={draft}>
            <input id={fieldId(['city', 'en'])} aria-label="City" />
            <SlugField />
          </DraftProvider>
        </FormProvider>
      </EditedProvider>
    </MantineProvider>,
  )
  return takeAddresses
}

const plovdiv = (slugs = {}) =>
  new DraftStore({ version: 1, data: { city: { en: 'Plovdiv' }, start: '2027-05-04' }, slugs })

test("an edition's own proposal holds its year", async () => {
  const draft = plovdiv()
  shown(draft)
  fireEvent.focusOut(screen.getByLabelText('City'))
  await waitFor(() => expect(draft.slugs).toEqual({ en: 'plovdiv-2027' }))
})

test.each([
  ['Θεσσαλονίκη φιλοξενεί', 'thessaloniki-filoxenei-2027'],
  ['Київ і Харків: їжа', 'kiyiv-i-harkiv-yizha-2027'],
  ['Ёлка ы эхо', 'yolka-y-eho-2027'],
])('the proposal for %s is the one that the server makes', async (city, slug) => {
  const draft = new DraftStore({ version: 1, data: { city: { en: city }, start: '2027-05-04' }, slugs: {} })
  shown(draft)
  fireEvent.focusOut(screen.getByLabelText('City'))
  await waitFor(() => expect(draft.slugs).toEqual({ en: slug }))
})

test('a title that one only passes, such as a copy of the source, makes no address', async () => {
  const draft = plovdiv()
  shown(draft)
  fireEvent.focusIn(screen.getByLabelText('City'))
  fireEvent.focusOut(screen.getByLabelText('City'))
  expect(draft.slugs).toEqual({})
  fireEvent.focusIn(screen.getByLabelText('City'))
  draft.set(['city', 'en'], 'Burgas')
  fireEvent.focusOut(screen.getByLabelText('City'))
  await waitFor(() => expect(draft.slugs).toEqual({ en: 'burgas-2027' }))
})

test('an address that leads to another item may be used anyway', async () => {
  const takeAddresses = shown(plovdiv({ en: 'plovdiv' }), [LED], 'refused')
  await userEvent.click(screen.getAllByRole('button')[0] as HTMLElement)
  expect(takeAddresses).toHaveBeenCalledOnce()
})

test('not one that was typed since, nor one that is refused for something else', () => {
  shown(plovdiv({ en: 'quay' }), [LED], 'changed')
  shown(plovdiv({ en: '-' }), [{ ...LED, code: 'NOT_A_SLUG' }], 'refused')
  expect(screen.queryAllByRole('button')).toEqual([])
})
