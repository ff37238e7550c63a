import { useMemo } from 'react'
import { useQuery } from 'urql'
import { TermsDocument } from '../../form/gql/graphql'
import type { Term } from '../../vocabularies/terms'
import type { Option, Question, Texts } from './form'

export type Vocabulary = { key: string; label: Texts; terms: Term[] }

/** Every vocabulary, from which questions may take their options. */
export function useVocabularies(): Vocabulary[] {
  const [{ data }] = useQuery({ query: TermsDocument, variables: { filter: { type: 'Vocabulary' } } })
  return useMemo(
    () =>
      (data?.items.nodes ?? []).map((one) => {
        const facts = one.data as { key?: string; title?: Texts; terms?: Term[] }
        return { key: facts.key ?? '', label: facts.title ?? {}, terms: facts.terms ?? [] }
      }),
    [data],
  )
}

/** What can be answered to a question, wherever its options come from. */
export function optionsOf(question: Question, vocabularies: Vocabulary[]): Option[] {
  const { vocabulary, options = [] } = question
  return vocabulary ? (vocabularies.find(({ key }) => key === vocabulary)?.terms ?? []) : options
}
