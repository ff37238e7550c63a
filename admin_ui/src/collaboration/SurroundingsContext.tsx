import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { useQuery } from 'urql'
import { useEdited } from '../editing/EditedContext'
import { SurroundingsDocument, type SurroundingsQuery } from './gql/graphql'

export type OpenText = NonNullable<SurroundingsQuery['item']>['staleFields'][number]

/** What is to be done around the item: open conversations, and texts of the language that its source has left behind. */
export type Surroundings = {
  openComments: number
  sourceLocale: string | null
  openTexts: ReadonlyMap<string, OpenText>
}

/** Asked anew when somebody says something, even where nothing was said before. */
export const WITH_COMMENTS = { additionalTypenames: ['CommentThread'] }

const NONE: Surroundings = { openComments: 0, sourceLocale: null, openTexts: new Map() }
const SurroundingsContext = createContext<Surroundings>(NONE)

export function SurroundingsProvider({ children }: { children: ReactNode }) {
  const { item, locale } = useEdited()
  const [{ data }] = useQuery({
    query: SurroundingsDocument,
    variables: { id: item.id, locale },
    requestPolicy: 'cache-and-network',
    context: WITH_COMMENTS,
  })
  const found = data?.item
  const surroundings = useMemo(
    () =>
      found
        ? {
            openComments: found.openComments,
            sourceLocale: found.sourceLocale ?? null,
            openTexts: new Map(found.staleFields.map((one) => [one.at, one])),
          }
        : NONE,
    [found],
  )
  return <SurroundingsContext value={surroundings}>{children}</SurroundingsContext>
}

export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext)
}
