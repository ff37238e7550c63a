const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Those whose label has a word for each word of the query that begins so; case and accents do not matter. */
export function matching<One extends { label: string }>(query: string, all: readonly One[]): One[] {
  const wanted = folded(query).split(/\s+/).filter(Boolean)
  return all.filter(({ label }) => {
    const words = folded(label).split(/\s+/)
    return wanted.every((one) => words.some((word) => word.startsWith(one)))
  })
}
