import type { BeforePublishingQuery } from './gql/graphql'

export type FoundTargets = NonNullable<BeforePublishingQuery['unpublishedTargetsOf']>

/** Somebody who may, and nothing that stops it. */
export function mayGoAlong({ mayPublish, problems }: FoundTargets['targets'][number]): boolean {
  return mayPublish && problems.length === 0
}

/** Answers about some of the items each, put together: what is among the items themselves is no target. */
export function joined(answers: FoundTargets[], items: { id: string }[]): FoundTargets {
  const own = new Set(items.map(({ id }) => id))
  const targets = new Map<string, FoundTargets['targets'][number]>()
  for (const one of answers.flatMap((answer) => answer.targets)) {
    const before = targets.get(one.id)
    const locales = [...new Set([...(before?.locales ?? []), ...one.locales])]
    if (!own.has(one.id)) targets.set(one.id, { ...(before ?? one), locales })
  }
  return { isComplete: answers.every((answer) => answer.isComplete), targets: [...targets.values()] }
}
