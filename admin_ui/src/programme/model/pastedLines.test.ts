import { expect, test } from 'vitest'
import { pastedLines } from './pastedLines'

const line = (text: string) => pastedLines(text)[0]

test('name, role and organisation', () => {
  expect(line('Carmen Mihai, Manager, Imago-Mol Cluster')).toEqual({
    name: 'Carmen Mihai',
    role: 'Manager',
    organisation: 'Imago-Mol Cluster',
    title: '',
  })
})

test('two cells are a name and an organisation, one is a name', () => {
  expect(line('Daniel Cosnita, CLUSTERO')).toMatchObject({ name: 'Daniel Cosnita', role: '', organisation: 'CLUSTERO' })
  expect(line('Daniel Cosnita')).toMatchObject({ name: 'Daniel Cosnita', role: '', organisation: '' })
})

test('a role may have commas in it, and brackets keep theirs', () => {
  expect(line('Ana Pop, Head of Unit, EU affairs, ADR Nord-Est')).toMatchObject({
    role: 'Head of Unit, EU affairs',
    organisation: 'ADR Nord-Est',
  })
  expect(line('Ana Pop, Manager, Cluster (Iași, Romania)')).toMatchObject({ organisation: 'Cluster (Iași, Romania)' })
})

test('cells of a table, bars and dashes', () => {
  const wanted = { name: 'Yari Borbon', role: 'Expert', organisation: 'Technopolis Group, S3 CoP secretariat' }
  expect(line('Yari Borbon\tExpert\tTechnopolis Group, S3 CoP secretariat')).toMatchObject(wanted)
  expect(line('Yari Borbon | Expert | Technopolis Group, S3 CoP secretariat')).toMatchObject(wanted)
  expect(line('Jan-Philipp Kramer – Team Leader – ECCP')).toMatchObject({
    name: 'Jan-Philipp Kramer',
    role: 'Team Leader',
    organisation: 'ECCP',
  })
})

test('a title in quotation marks or after a colon', () => {
  expect(line('Ana Pop, Manager, ADR: Clusters of the north')).toMatchObject({
    organisation: 'ADR',
    title: 'Clusters of the north',
  })
  expect(line('Ana Pop, Manager, ADR – “Clusters of the north”')).toMatchObject({
    organisation: 'ADR',
    title: 'Clusters of the north',
  })
})

test('numbers, bullets, empty lines and the head of a table are left out', () => {
  const names = pastedLines(
    'Name, role, organisation\n1. Ana Pop, Manager, ADR\n\n• Ion Ene, Expert, ADR\n   \n- Eva X',
  )
  expect(names.map((one) => one.name)).toEqual(['Ana Pop', 'Ion Ene', 'Eva X'])
})

test('accents and hyphens stay, however they are encoded', () => {
  expect(line('Ștefan Țîrlea-Pop, Șef, Iași')?.name).toBe('Ștefan Țîrlea-Pop')
  expect(line('Jose\u0301 Garci\u0301a, CEO, X')?.name).toBe('José García')
})

test('no more lines than a session can take', () => {
  expect(pastedLines(Array.from({ length: 100 }, (_, at) => `Person ${at}, X`).join('\n'))).toHaveLength(60)
})
