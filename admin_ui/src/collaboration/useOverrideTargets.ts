import { useState } from 'react'
import { useClient } from 'urql'
import { type FoundTargets, mayGoAlong } from '../publishing/targetsFound'
import { choiceOf } from '../publishing/useTargets'
import { BeforeOverridingDocument } from './gql/graphql'

/** What the site's own words refer to and its visitors would not see, and what of it goes live too. */
export function useOverrideTargets(item: string, site: string) {
  const client = useClient()
  const [found, setFound] = useState<FoundTargets>()
  const [unticked, setUnticked] = useState<string[]>([])
  const possible = found?.targets.filter(mayGoAlong).map(({ id }) => id) ?? []
  const chosen = possible.filter((id) => !unticked.includes(id))

  /** False where there is something to decide that was not shown yet. */
  async function isDecided(): Promise<boolean> {
    const options = { requestPolicy: 'network-only' } as const
    const { data } = await client.query(BeforeOverridingDocument, { item, site }, options).toPromise()
    const present = data?.unpublishedTargetsOfOverride ?? { isComplete: true, targets: [] }
    const shown = new Set(found?.targets.map(({ id }) => id))
    setFound(present)
    return present.targets.every(({ id }) => shown.has(id))
  }

  return {
    found,
    chosen,
    choose: (ids: string[]) => setUnticked(possible.filter((id) => !ids.includes(id))),
    choice: choiceOf(chosen),
    isDecided,
    forget: () => setFound(undefined),
  }
}
