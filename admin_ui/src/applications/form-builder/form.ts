import type { Element } from '../../form/store/json'

/** A form as its item holds it. */

export type Texts = { [locale: string]: string }
export type Option = Element & { slug?: string; label?: Texts; tick?: boolean | null }
export type Condition = { question?: string; values?: string[] }
export type Question = Element & {
  key?: string
  type?: string
  label?: Texts
  help?: Texts
  required?: boolean | null
  show_if?: Condition | null
  waived_if?: Condition | null
  vocabulary?: string | null
  options?: Option[]
  personal?: string | null
  min?: number | null
  max?: number | null
  max_length?: number | null
  max_files?: number | null
  accept?: string[] | null
  max_bytes?: number | null
}
export type Step = Element & { key?: string; title?: Texts; questions?: Question[] }

export function questionsOf(steps: Step[]): Question[] {
  return steps.flatMap((step) => step.questions ?? [])
}

export function keysOf(steps: Step[]): Set<string> {
  return new Set(questionsOf(steps).map(({ key = '' }) => key))
}

/** In this language, else in any. */
export function textIn(texts: Texts | null | undefined, locale: string): string {
  return texts?.[locale] || Object.values(texts ?? {}).find(Boolean) || ''
}

/** Questions of other keys whose condition asks for this one. */
export function dependants(steps: Step[], key: string | undefined): Question[] {
  return questionsOf(steps).filter((one) => one.show_if?.question === key || one.waived_if?.question === key)
}

/** All questions with `from` called `to`, conditions that ask for it too. */
export function rekeyed(steps: Step[], id: string, to: string): Step[] {
  const from = questionsOf(steps).find((one) => one.id === id)?.key
  return eachQuestion(steps, (one) => ({
    ...renamed(one, (key) => (from && key === from ? to : key)),
    ...(one.id === id ? { key: to } : {}),
  }))
}

export function eachQuestion(steps: Step[], change: (question: Question) => Question): Step[] {
  return steps.map((step) => ({ ...step, questions: (step.questions ?? []).map(change) }))
}

/** With the questions that its conditions ask for named anew. */
export function renamed(question: Question, name: (key: string) => string): Question {
  const anew = (condition: Condition) => ({ ...condition, question: name(condition.question ?? '') })
  return {
    ...question,
    ...(question.show_if ? { show_if: anew(question.show_if) } : {}),
    ...(question.waived_if ? { waived_if: anew(question.waived_if) } : {}),
  }
}
