import type { CriterionFragment } from './gql/graphql'

export type Scores = Record<string, number | undefined>
type Weighed = Pick<CriterionFragment, 'key' | 'weight' | 'max'>

/** Of 100, what is not scored counting as 0: as the server counts. */
export function pointsOf(criteria: Weighed[], scores: Scores): number {
  const weights = criteria.reduce((all, one) => all + one.weight, 0) || 1
  return criteria.reduce((all, one) => all + (one.weight * (scores[one.key] ?? 0) * 100) / (one.max * weights), 0)
}

/** 0, 1, … up to the criterion's maximum. */
export function stepsOf({ max }: Pick<CriterionFragment, 'max'>): number[] {
  return Array.from({ length: max + 1 }, (_, value) => value)
}
