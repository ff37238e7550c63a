import { expect, test } from 'vitest'
import type { Card } from '../../form/cards/CardStore'
import { NEW, proposedPerson } from './proposal'

const line = { name: 'Ana Pop', role: '', organisation: 'Imago-Mol Cluster', title: '' }
const person = (id: string, organisationName?: string) =>
  ({ id, title: 'Ana Pop', lastAppearance: organisationName ? { organisationName } : null }) as Card

test('nobody of that name is somebody new', () => {
  expect(proposedPerson(line, [])).toBe(NEW)
})

test('the only one of that name is meant, whatever the organisation', () => {
  expect(proposedPerson(line, [person('a', 'ADR')])).toBe('a')
})

test('of several the one of that organisation is meant, and else nobody is guessed', () => {
  expect(proposedPerson(line, [person('a', 'ADR'), person('b', 'IMAGO-MOL cluster')])).toBe('b')
  expect(proposedPerson(line, [person('a', 'ADR'), person('b')])).toBeNull()
})
