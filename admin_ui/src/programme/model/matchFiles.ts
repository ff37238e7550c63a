import { foldedWords } from '../../words/folding'

/** What a talk is recognised by: its title and its people, each with its own weight. */
export type Talk = { id: string; titles: string[]; people: string[]; organisations: string[] }
export type Match = { talk: string; share: number }

const GOOD_ENOUGH = 0.5
const WEIGHTS = { person: 1, title: 0.9, organisation: 0.7 }

/** The talk that each file name fits best, none where that is a guess; the best fits choose first. */
export function matchFiles(names: readonly string[], talks: readonly Talk[]): (string | null)[] {
  const found = names.map((name) => best(name, talks))
  return found.map((match) => match?.talk ?? null)
}

function best(name: string, talks: readonly Talk[]): Match | null {
  const words = wordsOf(name.replace(/\.[^.]{1,5}$/, ''))
  const [first, second] = talks
    .map((talk) => ({ talk: talk.id, share: shareOf(words, talk) }))
    .sort((one, other) => other.share - one.share)
  if (!first || first.share < GOOD_ENOUGH) return null
  return second && second.share === first.share ? null : first
}

/** From 0 to 1: how much of what a talk is called stands in the words of a file's name. */
export function shareOf(words: ReadonlySet<string>, talk: Talk): number {
  const shares = [
    ...talk.people.map((one) => WEIGHTS.person * personShare(words, one)),
    ...talk.titles.map((one) => WEIGHTS.title * share(words, one)),
    ...talk.organisations.map((one) => WEIGHTS.organisation * share(words, one)),
  ].sort((one, other) => other - one)
  return (shares[0] ?? 0) + 0.1 * (shares[1] ?? 0)
}

/** The last name alone says much; first names alone say little. */
function personShare(words: ReadonlySet<string>, name: string): number {
  const parts = [...wordsOf(name)]
  const last = parts.at(-1)
  if (!last) return 0
  return words.has(last) ? Math.max(0.7, share(words, name)) : share(words, name) * 0.6
}

function share(words: ReadonlySet<string>, text: string): number {
  const wanted = [...wordsOf(text)]
  return wanted.length ? wanted.filter((one) => words.has(one)).length / wanted.length : 0
}

const SMALL = new Set(['a', 'an', 'and', 'as', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'the', 'to', 'with', 's'])

/** Words without case and accents; "MihaiCarmen_final-v2" gives mihai, carmen, final and v2. */
export function wordsOf(text: string): Set<string> {
  const parted = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
  return new Set(foldedWords(parted).filter((one) => !SMALL.has(one)))
}
