// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest'
import { forgetView, savedViews, saveView } from './savedViews'

beforeEach(() => localStorage.clear())

test('views are kept for a person and a type, and go when they are forgotten', () => {
  saveView('ann', 'NewsItem', { name: 'Invitations', query: 'kind=invitation' })
  saveView('ann', 'Edition', { name: 'Online', query: 'mode=online' })

  expect(savedViews('ann', 'NewsItem')).toEqual([{ name: 'Invitations', query: 'kind=invitation' }])
  expect(savedViews('bob', 'NewsItem')).toEqual([])
  forgetView('ann', 'NewsItem', 'Invitations')
  expect(savedViews('ann', 'NewsItem')).toEqual([])
  expect(savedViews('ann', 'Edition')).toHaveLength(1)
})

test('the same name is the same view', () => {
  saveView('ann', 'NewsItem', { name: 'Mine', query: 'by=ann' })
  expect(saveView('ann', 'NewsItem', { name: 'Mine', query: 'by=ann&state=pending' })).toHaveLength(1)
})

test('what is not readable counts as nothing', () => {
  localStorage.setItem('cms.views.ann', '{broken')
  expect(savedViews('ann', 'NewsItem')).toEqual([])
})
