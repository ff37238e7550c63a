import { useState } from 'react'
import { useQuery } from 'urql'
import { type FileFilterInput, FilesDocument, type FilesQuery } from './gql/graphql'

export type Listed = FilesQuery['files']['nodes'][number]

/** One page of files, the latest change first. */
export function useFilesPage(filter: FileFilterInput, after: string | null, first: number) {
  const [{ data, error, fetching, stale }, again] = useQuery({
    query: FilesDocument,
    variables: { filter, first, after },
  })
  return {
    page: data?.files,
    error,
    isLoading: fetching && !data,
    isStale: stale,
    again: () => again({ requestPolicy: 'network-only' }),
  }
}

/** The cursors of the pages that are shown; from the first one again when what is asked for changes. */
export function usePages(asked: string) {
  const [pages, setPages] = useState<{ asked: string; cursors: (string | null)[] }>({ asked, cursors: [null] })
  const cursors = pages.asked === asked ? pages.cursors : [null]
  const more = (cursor: string) => setPages({ asked, cursors: [...cursors, cursor] })
  return { cursors, more }
}
