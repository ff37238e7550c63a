import type { BeforePublishingQuery } from './gql/graphql'

type Answered = NonNullable<BeforePublishingQuery['unpublishedTargetsOf']>
/** `copies`: texts of the items themselves that nobody has translated yet, where that was asked. */
export type FoundTargets = Omit<Answered, 'copies'> & { copies?: Answered['copies'] }

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
  return {
    isComplete: answers.every((answer) => answer.isComplete),
    targets: [...targets.values()],
    copies: answers.flatMap((answer) => answer.copies ?? []),
  }
}
