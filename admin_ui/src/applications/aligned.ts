import type { SectionsFragment } from './gql/graphql'

type Answer = SectionsFragment['answers'][number]
export type Row = { question: string; label: string; one?: Answer; other?: Answer }
export type Aligned = { key: string; title: string; rows: Row[] }

/** The answers of two applications question by question; what only one was asked stands where it was asked. */
export function aligned(one: SectionsFragment[], other: SectionsFragment[]): Aligned[] {
  const keys = inOrder(
    one.map(({ key }) => key),
    other.map(({ key }) => key),
  )
  return keys.map((key) => {
    const [left, right] = [one, other].map((sections) => sections.find((section) => section.key === key))
    return { key, title: left?.title ?? right?.title ?? key, rows: rows(left?.answers ?? [], right?.answers ?? []) }
  })
}

function rows(one: Answer[], other: Answer[]): Row[] {
  const questions = inOrder(
    one.map(({ question }) => question),
    other.map(({ question }) => question),
  )
  return questions.map((question) => {
    const [left, right] = [one, other].map((answers) => answers.find((answer) => answer.question === question))
    return { question, label: left?.label ?? right?.label ?? question, one: left, other: right }
  })
}

/** Of both lists, each once; what only the second has comes after what precedes it there. */
function inOrder(one: string[], other: string[]): string[] {
  const all = [...one]
  other.forEach((key, place) => {
    if (all.includes(key)) return
    const before = other.slice(0, place).findLast((earlier) => all.includes(earlier))
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, key)
  })
  return all
}
