import { describe, expect, test } from 'vitest'
import { DraftStore } from './DraftStore'

const iasi = () => new DraftStore({ version: 3, data: { title: { en: 'Iași' }, days: [{ id: 'd1' }] }, slugs: {} })

describe('what is saved', () => {
  test('nothing, as long as nothing differs', () => {
    const draft = iasi()
    draft.set(['title', 'en'], 'Iaşi')
    draft.set(['title', 'en'], 'Iași')
    expect(draft.changes()).toBeNull()
  })

  test('whole fields that differ, and null for one that was emptied', () => {
    const draft = iasi()
    draft.set(['title', 'cs'], 'Jasy')
    draft.remove(['days'], 'd1')
    expect(draft.changes()).toMatchObject({
      baseVersion: 3,
      changes: { title: { en: 'Iași', cs: 'Jasy' }, days: null },
    })
  })
})

describe('after saving', () => {
  test('what was typed meanwhile stays and is still to be saved', () => {
    const draft = iasi()
    draft.set(['title', 'en'], 'Iași 2023')
    const sent = draft.changes()?.sent
    draft.set(['title', 'en'], 'Iași 2023!')
    if (sent) draft.saved(sent, { version: 4, data: { title: { en: 'Iași 2023' }, days: [{ id: 'd1' }] }, slugs: {} })
    expect(draft.valueAt(['title', 'en'])).toBe('Iași 2023!')
    expect(draft.changes()).toMatchObject({ baseVersion: 4, changes: { title: { en: 'Iași 2023!' } } })
  })

  test('what others wrote comes in', () => {
    const draft = iasi()
    draft.set(['title', 'en'], 'Iași 2023')
    const sent = draft.changes()?.sent
    const data = { title: { en: 'Iași 2023', cs: 'Jasy' }, days: [{ id: 'd1' }, { id: 'd2' }] }
    if (sent) draft.saved(sent, { version: 6, data, slugs: { en: 'iasi' } })
    expect(draft.data).toEqual(data)
    expect(draft.slugs).toEqual({ en: 'iasi' })
    expect(draft.changes()).toBeNull()
  })

  test('the space at the end of a text is not taken away under the fingers', () => {
    const draft = iasi()
    draft.set(['title', 'en'], 'Iași ')
    const sent = draft.changes()?.sent
    if (sent) draft.saved(sent, { version: 4, data: { title: { en: 'Iași' }, days: [{ id: 'd1' }] }, slugs: {} })
    expect(draft.valueAt(['title', 'en'])).toBe('Iași ')
    expect(draft.changes()).toBeNull()
  })
})

test('a field that did not change keeps its very value, so that it is not drawn anew', () => {
  const draft = iasi()
  const days = draft.valueAt(['days'])
  draft.set(['title', 'en'], 'Other')
  expect(draft.valueAt(['days'])).toBe(days)
})
