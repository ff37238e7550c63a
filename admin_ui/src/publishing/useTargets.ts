import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { BeforePublishingDocument, type TargetsChoice } from './gql/graphql'
import { type FoundTargets, joined, mayGoAlong } from './targetsFound'

const MOST_AT_ONCE = 40

export type GoingLive = { id: string; locales: string[] }

/** What these items refer to that visitors would not see, and what of it goes live too: all that may, unless it is
 * unticked. `start`: what was ticked before, where something was. */
export function useTargets(items: GoingLive[], start?: readonly string[]) {
  const { found, isAsked } = useFound(items)
  const [decided, setDecided] = useState<Map<string, boolean>>(new Map())
  const isTicked = (id: string) => decided.get(id) ?? (start ? start.includes(id) : true)
  const possible = found?.targets.filter(mayGoAlong) ?? []
  const chosen = possible.map(({ id }) => id).filter(isTicked)
  const choose = (ids: string[]) =>
    setDecided(new Map([...decided, ...possible.map(({ id }) => [id, ids.includes(id)] as const)]))
  return { found, isAsked, chosen, choose, choice: choiceOf(chosen) }
}

/** As the server is told. */
export function choiceOf(chosen: string[]): { targets: TargetsChoice; together?: string[] } {
  return chosen.length > 0 ? { targets: 'TOGETHER', together: chosen } : { targets: 'IGNORE' }
}

function useFound(items: GoingLive[]) {
  const client = useClient()
  const key = JSON.stringify(items)
  const [answer, setAnswer] = useState<{ key: string; found: FoundTargets }>()
  useEffect(() => {
    let isOver = false
    const asked: GoingLive[] = JSON.parse(key)
    const ask = async (some: GoingLive[]) => {
      const options = { requestPolicy: 'network-only' } as const
      const { data } = await client.query(BeforePublishingDocument, { items: some }, options).toPromise()
      return data?.unpublishedTargetsOf ?? { isComplete: false, targets: [], copies: [] }
    }
    void Promise.all(parts(asked).map(ask)).then((answers) => {
      if (!isOver) setAnswer({ key, found: joined(answers, asked) })
    })
    return () => {
      isOver = true
    }
  }, [client, key])
  return { found: answer?.found, isAsked: answer?.key !== key }
}

function parts(items: GoingLive[]): GoingLive[][] {
  const starts = Array.from({ length: Math.ceil(items.length / MOST_AT_ONCE) }, (_, part) => part * MOST_AT_ONCE)
  return starts.map((start) => items.slice(start, start + MOST_AT_ONCE))
}
