import type { FieldForm } from '../../form/FormContext'
import type { Question } from './form'
import type { QuestionKind } from './questions/shared/kind'
import { kind as text } from './questions/text'

const FILES = import.meta.glob<QuestionKind>('./questions/*.tsx', { eager: true, import: 'kind' })

/** {name of a kind, as the server stores it: what is known of it here} */
export const KINDS = new Map(
  Object.entries(FILES).map(([path, kind]) => [path.replace(/^.*\/|\.tsx$/g, ''), kind] as const),
)

export function kindOf({ type = 'text' }: Question): QuestionKind {
  return KINDS.get(type) ?? text
}

/** The names of the kinds that the server offers, in its order; `fields`: of a question. */
export function offeredKinds(fields: FieldForm[]): string[] {
  return fields.find(({ name }) => name === 'type')?.options.map(({ value }) => value) ?? []
}

const settingsOf = ({ numbers = [], settings = [] }: QuestionKind) => [...numbers, ...settings]

/** The question as one of another kind, without what that kind does not have. */
export function retyped(question: Question, type: string): Question {
  const kept = new Set(settingsOf(kindOf({ ...question, type })))
  const all = new Set([...KINDS.values()].flatMap(settingsOf))
  const gone = [...all].filter((name) => !kept.has(name))
  return { ...question, type, ...Object.fromEntries(gone.map((name) => [name, null])) }
}
