export type Operation = 'EQUAL' | 'DELETE' | 'INSERT'
export type WordChange = { operation: Operation; text: string }

/** Beyond so many comparisons all between the common ends counts as changed. */
const MOST_PAIRS = 400_000

/** Which words of a text were taken out and put in, in the order of the texts. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, fresh] = [words(before), words(after)]
  const start = common(old, fresh)
  const end = common(old.slice(start).reverse(), fresh.slice(start).reverse())
  const middle = aligned(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end))
  const same = (list: string[]): WordChange => ({ operation: 'EQUAL', text: list.join('') })
  return joined([same(old.slice(0, start)), ...middle, same(old.slice(old.length - end))])
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|\s+|[^\s\p{L}\p{N}]/gu) ?? []
}

function common(one: string[], other: string[]): number {
  const differing = one.findIndex((word, place) => word !== other[place])
  return differing < 0 ? one.length : differing
}

/** By the longest common subsequence. */
function aligned(old: string[], fresh: string[]): WordChange[] {
  if (old.length * fresh.length > MOST_PAIRS) return replaced(old, fresh)
  const lengths = commonLengths(old, fresh)
  const found: WordChange[] = []
  let [a, b] = [0, 0]
  while (a < old.length && b < fresh.length) {
    if (old[a] === fresh[b]) {
      found.push({ operation: 'EQUAL', text: old[a] ?? '' })
      a += 1
      b += 1
    } else if ((lengths[a + 1]?.[b] ?? 0) >= (lengths[a]?.[b + 1] ?? 0)) {
      found.push({ operation: 'DELETE', text: old[a] ?? '' })
      a += 1
    } else {
      found.push({ operation: 'INSERT', text: fresh[b] ?? '' })
      b += 1
    }
  }
  return [...found, ...replaced(old.slice(a), fresh.slice(b))]
}

/** `[a][b]`: how many words the rests of both from there on have in common. */
function commonLengths(old: string[], fresh: string[]): number[][] {
  const lengths: number[][] = Array.from({ length: old.length + 1 }, () => Array(fresh.length + 1).fill(0))
  for (let a = old.length - 1; a >= 0; a--) {
    const [row, next] = [lengths[a] ?? [], lengths[a + 1] ?? []]
    for (let b = fresh.length - 1; b >= 0; b--) {
      row[b] = old[a] === fresh[b] ? (next[b + 1] ?? 0) + 1 : Math.max(next[b] ?? 0, row[b + 1] ?? 0)
    }
  }
  return lengths
}

function replaced(old: string[], fresh: string[]): WordChange[] {
  return [
    { operation: 'DELETE', text: old.join('') },
    { operation: 'INSERT', text: fresh.join('') },
  ]
}

/** Without empty ones, neighbours of one kind as one. */
function joined(changes: WordChange[]): WordChange[] {
  const list: WordChange[] = []
  for (const one of changes) {
    const last = list.at(-1)
    if (!one.text) continue
    if (last?.operation === one.operation) last.text += one.text
    else list.push({ ...one })
  }
  return list
}
