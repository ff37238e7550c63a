import { isFoundBy } from '../../words/folding'

/** Those whose label has a word for each word of the query that begins so; case, accents and scripts do not matter. */
export function matching<One extends { label: string }>(query: string, all: readonly One[]): One[] {
  return all.filter(({ label }) => isFoundBy(query, label))
}
