import { IconUsers } from '@tabler/icons-react'
import { expect, test } from 'vitest'
import { type AdministrationEntry, allowedEntries } from './administration'

const entry = { icon: IconUsers, label: 'people:title' }
const ENTRIES: AdministrationEntry[] = [
  { ...entry, to: '/people', right: 'manage_people' },
  { ...entry, to: '/outbox', right: 'manage_worker', everywhere: true },
]
const names = (roles: Parameters<typeof allowedEntries>[0]) => allowedEntries(roles, ENTRIES).map((one) => one.to)

test('an editor sees nothing of the administration', () => {
  expect(names([{ site: '*', rights: ['read', 'update'] }])).toEqual([])
})

test('whoever manages one site sees what is about single sites', () => {
  expect(names([{ site: 'nca', rights: ['manage_people', 'manage_worker'] }])).toEqual(['/people'])
})

test('whoever manages all sites sees everything', () => {
  expect(names([{ site: '*', rights: ['manage_people', 'manage_worker'] }])).toEqual(['/people', '/outbox'])
})
