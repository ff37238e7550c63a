import { expect, test } from 'vitest'
import type { TroubleQuery } from './gql/graphql'
import { troublesOf } from './TroubleNotice'

const well: TroubleQuery = {
  outboxFigures: { parked: 0 },
  mails: { totalCount: 0 },
  releases: { totalCount: 0 },
  webhooks: { nodes: [{ id: 'a', failingSince: null, disabledReason: null }] },
}

test('where all is well nothing is said', () => {
  expect(troublesOf(well)).toEqual([])
})

test('each trouble is counted, webhooks that were switched off by themselves among them', () => {
  const nodes = [...well.webhooks.nodes, { id: 'b', failingSince: null, disabledReason: 'GONE' as const }]
  expect(troublesOf({ ...well, outboxFigures: { parked: 3 }, webhooks: { nodes } })).toEqual([
    ['parked', 3],
    ['webhooks', 1],
  ])
})
