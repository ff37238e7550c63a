/** What the own site has, then what others have, each once. */
export function ownFirst<One extends { id: string }>(own: One[] = [], any: One[] = []): One[] {
  const known = new Set(own.map(({ id }) => id))
  return [...own, ...any.filter(({ id }) => !known.has(id))]
}
