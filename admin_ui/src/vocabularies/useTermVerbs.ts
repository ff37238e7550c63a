import { useEffect } from 'react'
import { useQuery } from 'urql'
import { type Outcome, useVerb } from '../api/useVerb'
import { useEdited } from '../editing/EditedContext'
import { useRefresh } from '../editing/useRefresh'
import { LastTermMoveDocument, MergeTermsDocument, RenameTermDocument, type TermMoveFragment } from './gql/graphql'

const LOOK_AGAIN_MS = 1000

type Moved = Outcome & { move?: TermMoveFragment | null }

/** Merges and renames terms: what is typed is stored before, and the form shows afterwards what became of it. */
export function useTermVerbs() {
  const { saving, draft } = useEdited()
  const refresh = useRefresh()
  const merge = useVerb(MergeTermsDocument, { touches: ['UseConnection', 'TermMoveConnection'] })
  const rename = useVerb(RenameTermDocument, { touches: ['UseConnection', 'TermMoveConnection'] })

  async function moved(run: (given: { vocabulary: string; baseVersion: number }) => Promise<Moved | null>) {
    if (!(await saving.save())) return null
    const done = await run({ vocabulary: String(draft.data.key), baseVersion: draft.version })
    if (done) await refresh()
    return done?.move ?? null
  }

  return {
    merge: (from: string, into: string) => moved((given) => merge.run({ ...given, from, into })),
    rename: (slug: string, to: string) => moved((given) => rename.run({ ...given, slug, to })),
    refusal: merge.refusal ?? rename.refusal,
    isBusy: merge.isBusy || rename.isBusy,
  }
}

/** The move that a worker is at, if any; looks again until it is done, and then shows what became of the terms. */
export function useMoveUnderWay(vocabulary: string): TermMoveFragment | undefined {
  const refresh = useRefresh()
  const [{ data }, again] = useQuery({
    query: LastTermMoveDocument,
    variables: { vocabulary },
    pause: !vocabulary,
    requestPolicy: 'cache-and-network',
  })
  const last = data?.termMoves.nodes[0]
  const isMoving = last?.state === 'moving'
  useEffect(() => {
    if (!isMoving) return
    const timer = window.setInterval(() => again({ requestPolicy: 'network-only' }), LOOK_AGAIN_MS)
    return () => {
      window.clearInterval(timer)
      void refresh()
    }
  }, [isMoving, again, refresh])
  return isMoving ? last : undefined
}
