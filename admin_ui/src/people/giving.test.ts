import { expect, test } from 'vitest'
import { managedPlaces, obstacle, rolesToGive, standing } from './giving'

const ROLES = [
  { name: 'administrator', rights: ['read', 'update', 'manage_people'], ownRights: [] },
  { name: 'editor', rights: ['read', 'update'], ownRights: [] },
  { name: 'contributor', rights: ['read'], ownRights: ['update'] },
]
const ALL = [{ site: '*', rights: ['read', 'update', 'manage_people'] }]
const LOCAL = [{ site: 'nca', rights: ['read', 'update', 'manage_people'] }]
const anna = { id: 'anna', isActive: true, isService: false, hasPassword: true, mayChange: true, roles: [] }
const given = (mine: typeof ALL, site: string) => rolesToGive(ROLES, mine, site).map((one) => one.name)

test('an administrator of all sites gives everything everywhere', () => {
  expect(given(ALL, '*')).toEqual(['administrator', 'editor', 'contributor'])
  expect(given(ALL, 'nca')).toHaveLength(3)
})

test('an administrator of one site gives roles there alone', () => {
  expect(given(LOCAL, 'nca')).toHaveLength(3)
  expect(given(LOCAL, 'eccp')).toEqual([])
  expect(given(LOCAL, '*')).toEqual([])
  expect(managedPlaces(LOCAL, ['nca', 'eccp'])).toEqual(['nca'])
})

test('nobody gives a right that he has not, on own items neither', () => {
  const reader = [{ site: 'nca', rights: ['read', 'manage_people'] }]

  expect(given(reader, 'nca')).toEqual([])
})

test('why an account may not be changed', () => {
  const boss = { ...anna, id: 'boss', roles: [{ site: '*', roles: ['administrator'] }] }

  expect(obstacle(anna, 'me', LOCAL)).toBeNull()
  expect(obstacle(anna, 'anna', ALL)).toBe('self')
  expect(obstacle(boss, 'me', LOCAL)).toBe('above')
  expect(obstacle(boss, 'me', ALL)).toBeNull()
  expect(obstacle({ ...anna, mayChange: false }, 'me', LOCAL)).toBe('elsewhere')
})

test('where an account stands', () => {
  expect(standing(anna)).toBe('active')
  expect(standing({ ...anna, hasPassword: false })).toBe('invited')
  expect(standing({ ...anna, isService: true, hasPassword: false })).toBe('service')
  expect(standing({ ...anna, isActive: false })).toBe('closed')
})
