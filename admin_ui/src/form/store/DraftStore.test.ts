import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
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

  test('null for a language that was taken back, which would stay otherwise', () => {
    const days = [{ id: 'd1', label: { en: 'Day', cs: 'Den' } }]
    const draft = new DraftStore({ version: 3, data: { title: { en: 'Iași' }, days }, slugs: {} })
    const step = draft.asOneStep(() => draft.set(['title', 'cs'], 'Jasy'))
    const sent = draft.changes()?.sent
    if (sent) draft.saved(sent, { version: 4, data: { title: { en: 'Iași', cs: 'Jasy' }, days }, slugs: {} })
    draft.undo(step)
    draft.set(['days', 'd1', 'label'], { en: 'Day' })
    draft.add(['days'], { label: { en: 'More' } })
    expect(draft.changes()?.changes).toMatchObject({
      title: { en: 'Iași', cs: null },
      days: [{ id: 'd1', label: { en: 'Day', cs: null } }, { label: { en: 'More' } }],
    })
  })

  test('formatted text as it stands', () => {
    const doc = (attrs: object) => ({ type: 'doc', content: [{ type: 'image', attrs }] })
    const draft = new DraftStore({ version: 3, data: { lead: { en: doc({ file: 'f', alt: '' }) } }, slugs: {} })
    draft.set(['lead', 'en'], doc({ file: 'f' }))
    expect(draft.changes()?.changes).toEqual({ lead: { en: doc({ file: 'f' }) } })
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

describe('what others saved while somebody was typing on', () => {
  const answer = { version: 6, data: { title: { en: 'Theirs' }, days: [{ id: 'd1' }] }, slugs: { en: 'mine' } }

  test('at the same place is not written over: the next save goes on from the older version', () => {
    const draft = iasi()
    draft.setSlug('en', 'mine')
    const sent = draft.changes()?.sent
    draft.set(['title', 'en'], 'Mine')
    if (sent) draft.saved(sent, answer)
    expect(draft.changes()).toMatchObject({ baseVersion: 3, changes: { title: { en: 'Mine' } } })
  })

  test('at another place comes in', () => {
    const draft = iasi()
    draft.setSlug('en', 'mine')
    const sent = draft.changes()?.sent
    draft.set(['title', 'cs'], 'Moje')
    if (sent) draft.saved(sent, answer)
    expect(draft.data.title).toEqual({ en: 'Theirs', cs: 'Moje' })
    expect(draft.version).toBe(6)
  })
})

describe('what is taken back', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())
  const later = () => vi.advanceTimersByTime(5000)

  test('an element that was removed stands where it stood, whatever was written since', () => {
    const days = ['d1', 'd2', 'd3'].map((id) => ({ id, label: { en: id } }))
    const draft = new DraftStore({ version: 1, data: { days }, slugs: {} })
    const step = draft.asOneStep(() => draft.remove(['days'], 'd2'))
    draft.set(['days', 'd3', 'label', 'en'], 'Third')
    draft.undo(step)
    expect(draft.data.days).toEqual([days[0], days[1], { id: 'd3', label: { en: 'Third' } }])
  })

  test('step by step, and done again', () => {
    const draft = iasi()
    draft.set(['title', 'en'], 'One')
    later()
    draft.set(['title', 'en'], 'Two')
    draft.remove(['days'], 'd1')
    draft.undo()
    expect(draft.data.days).toEqual([{ id: 'd1' }])
    draft.undo()
    expect(draft.valueAt(['title', 'en'])).toBe('One')
    draft.redo()
    expect(draft.valueAt(['title', 'en'])).toBe('Two')
    draft.undo()
    draft.undo()
    expect(draft.undo()).toBeNull()
    expect(draft.changes()).toBeNull()
  })

  test('what is typed without a pause, together', () => {
    const draft = iasi()
    for (const text of ['I', 'Ia', 'Iaș']) draft.set(['title', 'en'], text)
    draft.undo()
    expect(draft.valueAt(['title', 'en'])).toBe('Iași')
  })

  test('nothing that a text took back by itself', () => {
    const draft = iasi()
    draft.remove(['days'], 'd1')
    draft.set(['title', 'en'], 'One')
    later()
    draft.set(['title', 'en'], 'Two')
    later()
    draft.set(['title', 'en'], 'One')
    later()
    draft.set(['title', 'en'], 'Iași')
    draft.undo()
    expect(draft.data.days).toEqual([{ id: 'd1' }])
  })

  test('a move, and nothing of what others saved meanwhile', () => {
    const draft = new DraftStore({ version: 1, data: { days: [{ id: 'a' }, { id: 'b' }] }, slugs: {} })
    draft.move(['days'], 'a', 1)
    const sent = draft.changes()?.sent
    const theirs = { version: 3, data: { days: [{ id: 'b' }, { id: 'a' }, { id: 'c' }], theme: 'New' }, slugs: {} }
    if (sent) draft.saved(sent, theirs)
    draft.undo()
    expect(draft.data).toEqual({ days: [{ id: 'a' }, { id: 'c' }, { id: 'b' }], theme: 'New' })
  })
})
