import type { AuditFilterInput } from './gql/graphql'

export const AUDIT_FILTERS = ['by', 'action', 'item', 'site', 'since', 'until'] as const
/** `since` and `until`: days such as 2024-05-31, both included, as they begin and end where the person is. */
export type AuditFilter = Partial<Record<(typeof AUDIT_FILTERS)[number], string>>

/** As the API takes it. */
export function asked({ by, action, item, site, since, until }: AuditFilter): AuditFilterInput {
  return {
    by: by ?? null,
    action: action ?? null,
    item: item ?? null,
    site: site ?? null,
    since: beginningOf(since, 0),
    until: beginningOf(until, 1),
  }
}

function beginningOf(day: string | undefined, daysLater: number): string | null {
  const [year, month, date] = (day ?? '').split('-').map(Number)
  if (!year || !month || !date) return null
  const moment = new Date(year, month - 1, date + daysLater)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}
