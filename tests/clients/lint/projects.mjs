// Which schema each document belongs to.
export const projects = {
  delivery: { schema: 'delivery.graphql', include: ['delivery.graphql'] },
  contract: { schema: 'delivery.graphql', documents: 'contract.graphql', include: ['contract.graphql'] },
  documentation: { schema: 'delivery.graphql', documents: 'queries.graphql', include: ['queries.graphql'] },
  management: { schema: 'management.graphql', include: ['management.graphql'] },
}
