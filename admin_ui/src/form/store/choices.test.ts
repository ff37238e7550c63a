import { describe, expect, test } from 'vitest'
import { withChoices } from './choices'
import { DraftStore } from './DraftStore'

const content = () => ({
  data: {
    title: { en: 'Mine', cs: 'Moje' },
    days: [
      { id: 'd1', label: { en: 'Day 1' } },
      { id: 'd2', label: { en: 'Day 2' } },
    ],
    goals: { en: [{ id: 'g1', text: 'Meet' }] },
  },
  slugs: { en: 'mine' },
})

describe('what was chosen stands at its place', () => {
  test('a text of one language', () => {
    const made = withChoices(content(), [{ at: 'title', locale: 'en', value: 'Theirs' }])
    expect(made.data.title).toEqual({ en: 'Theirs', cs: 'Moje' })
  })

  test('a text in an element of a list', () => {
    const made = withChoices(content(), [{ at: 'days.d2.label', locale: 'en', value: 'Second day' }])
    expect(made.data.days).toEqual([
      { id: 'd1', label: { en: 'Day 1' } },
      { id: 'd2', label: { en: 'Second day' } },
    ])
  })

  test('a text in a list that each language has for itself', () => {
    const made = withChoices(content(), [{ at: 'goals.g1.text', locale: 'en', value: 'Match' }])
    expect(made.data.goals).toEqual({ en: [{ id: 'g1', text: 'Match' }] })
  })

  test('an element goes where they took it out, and comes back where I had', () => {
    const gone = withChoices(content(), [{ at: 'days.d1', locale: null, value: null }])
    expect(gone.data.days).toEqual([{ id: 'd2', label: { en: 'Day 2' } }])
    const back = withChoices(gone, [{ at: 'days.d1', locale: null, value: { label: { en: 'Day 1' } } }])
    expect((back.data.days as { id: string }[]).map((one) => one.id)).toEqual(['d2', 'd1'])
  })

  test('an address', () => {
    expect(withChoices(content(), [{ at: 'slugs', locale: 'en', value: 'theirs' }]).slugs).toEqual({ en: 'theirs' })
  })
})

describe('going on from a later version', () => {
  const saved = { version: 4, data: { title: { en: 'Title' }, lead: { en: 'Theirs' } }, slugs: {} }

  test('keeps what was typed and takes what others wrote', () => {
    const draft = new DraftStore({ version: 3, data: { title: { en: 'Title' }, lead: { en: 'Lead' } }, slugs: {} })
    draft.set(['title', 'en'], 'My title')
    draft.rebaseOn(saved)
    expect(draft.data).toEqual({ title: { en: 'My title' }, lead: { en: 'Theirs' } })
    expect(draft.changes()).toMatchObject({ baseVersion: 4, changes: { title: { en: 'My title' } } })
  })

  test('leaves nothing to save where nothing was typed', () => {
    const draft = new DraftStore({ version: 3, data: { title: { en: 'Title' } }, slugs: {} })
    draft.rebaseOn(saved)
    expect(draft.isChanged).toBe(false)
    expect(draft.data).toEqual(saved.data)
  })
})
