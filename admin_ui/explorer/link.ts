/** What the editors hold; `variables` is JSON as it was typed. */
export interface Content {
  query: string
  variables: string
}

/** The part after # of an address that opens the explorer with this content; the server never sees it. */
export function toHash({ query, variables }: Content): string {
  return `#${new URLSearchParams(variables.trim() ? { query, variables } : { query })}`
}

export function fromHash(hash: string): Content | undefined {
  const parameters = new URLSearchParams(hash.slice(1))
  const query = parameters.get('query')
  return query === null ? undefined : { query, variables: parameters.get('variables') ?? '' }
}
