import { useQuery } from 'urql'
import { ReleaseCheckDocument, type ReleaseCheckQuery, type ReleaseFragment } from './gql/graphql'

export type ReleaseProblem = NonNullable<ReleaseCheckQuery['releaseCheck']>['problems'][number]

/** What would stop it now, or, of one that went wrong and of which nobody may know more, what stopped it then. */
export function useCheck(release: ReleaseFragment, mayPublish: boolean) {
  const isAsked = mayPublish && release.state !== 'PUBLISHED' && release.entries.length > 0
  const [{ data, fetching }] = useQuery({
    query: ReleaseCheckDocument,
    variables: { id: release.id },
    requestPolicy: 'cache-and-network',
    pause: !isAsked,
  })
  const check = isAsked ? data?.releaseCheck : undefined
  const problems: ReleaseProblem[] = check?.problems ?? release.problems
  const isKnown = !isAsked || Boolean(check) || !fetching
  return { problems, targets: check?.unpublishedTargets, isReady: Boolean(check?.isReady), isKnown }
}
