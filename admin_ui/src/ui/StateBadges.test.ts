import { expect, test } from 'vitest'
import { shownState } from './StateBadges'

const live = { state: 'published', liveVersion: 3, isChanged: true, isSentBack: false }

test('what visitors see is told first, then what becomes of the changes to it', () => {
  expect(shownState({ ...live, isChanged: false })).toBe('published')
  expect(shownState(live)).toBe('changed')
  expect(shownState({ ...live, state: 'pending' })).toBe('changedPending')
  expect(shownState({ ...live, isSentBack: true })).toBe('changedSentBack')
  expect(shownState({ ...live, isSentBack: true, isChanged: false })).toBe('published')
})

test('what nobody sees yet is a draft, sent back or not, or waits for review', () => {
  const draft = { state: 'private', liveVersion: null, isChanged: false, isSentBack: false }
  expect(shownState(draft)).toBe('private')
  expect(shownState({ ...draft, isSentBack: true })).toBe('sentBack')
  expect(shownState({ ...draft, state: 'pending' })).toBe('pending')
  expect(shownState({ ...draft, state: 'archived' })).toBe('archived')
})
