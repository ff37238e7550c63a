import { useCallback, useEffect, useState } from 'react'
import { type CombinedError, useClient } from 'urql'
import { VersionsDocument, type VersionsQuery } from './gql/graphql'

type Listed = NonNullable<VersionsQuery['item']>['versions']

type Versions = {
  versions: Listed['nodes']
  error: CombinedError | undefined
  isLoading: boolean
  again: () => void
  /** Undefined where all are there. */
  more: (() => void) | undefined
}

/** The history of an item, page by page; from the beginning again whenever there is a new version. */
export function useVersions(id: string, version: number): Versions {
  const client = useClient()
  const [pages, setPages] = useState<Listed[]>([])
  const [error, setError] = useState<CombinedError>()
  const load = useCallback(
    async (after: string | null) => {
      const answer = await client.query(VersionsDocument, { id, after }, { requestPolicy: 'network-only' }).toPromise()
      const found = answer.data?.item?.versions
      setError(found ? undefined : answer.error)
      if (found) setPages((before) => (after ? [...before, found] : [found]))
    },
    [client, id],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is at the top of the list
  useEffect(() => void load(null), [load, version])
  const end = pages.at(-1)?.pageInfo
  return {
    versions: pages.flatMap((one) => one.nodes),
    error,
    isLoading: pages.length === 0,
    again: () => void load(null),
    more: end?.hasNextPage ? () => void load(end.endCursor ?? null) : undefined,
  }
}
