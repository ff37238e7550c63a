import { expect, test } from 'vitest'
import { matchFiles, type Talk, wordsOf } from './matchFiles'

const talk = (id: string, person: string, title = '', organisation = ''): Talk => ({
  id,
  people: [person],
  titles: title ? [title] : [],
  organisations: organisation ? [organisation] : [],
})
const TALKS = [
  talk('mihai', 'Carmen Mihai', '', 'Imago-Mol Cluster'),
  talk('kramer', 'Jan-Philipp Kramer', '', 'ECCP'),
  talk('colonna', "Cristina Colonna d'Istria", 'P2GreenEST support services for SMEs'),
  talk('tirlea', 'Ștefan Țîrlea'),
]

test.each([
  ['Carmen_Mihai.pdf', 'mihai'],
  ['03-MihaiCarmen_final-v2.pptx', 'mihai'],
  ['imago mol cluster slides.pdf', 'mihai'],
  ['KRAMER.pdf', 'kramer'],
  ['P2GreenEST support services (1).pdf', 'colonna'],
  ['tirlea_stefan.pdf', 'tirlea'],
])('%s belongs to %s', (name, id) => {
  expect(matchFiles([name], TALKS)).toEqual([id])
})

test('what fits nothing, or two alike, is left to the editor', () => {
  expect(matchFiles(['agenda.pdf', 'Pop.pdf'], [...TALKS, talk('a', 'Ana Pop'), talk('b', 'Ion Pop')])).toEqual([
    null,
    null,
  ])
  expect(matchFiles(['Ion Pop.pdf'], [talk('a', 'Ana Pop'), talk('b', 'Ion Pop')])).toEqual(['b'])
})

test('words are told apart without case, accents and signs', () => {
  expect([...wordsOf('Țîrlea, “The Clusters of Iași”')]).toEqual(['tirlea', 'clusters', 'iasi'])
})
