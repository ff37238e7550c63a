import { type Condition, type Question, questionsOf, type Step } from './form'

export type Answers = { [key: string]: unknown }

/** As the server decides it: a question whose condition hangs on one that is not asked is not asked either. */
export function isAsked(steps: Step[], question: Question, answers: Answers): boolean {
  const byKey = new Map(questionsOf(steps).map((one) => [one.key, one]))
  const seen = new Set<string | undefined>()
  let one: Question | undefined = question
  while (one?.show_if?.question) {
    if (seen.has(one.key) || !holds(one.show_if, answers)) return false
    seen.add(one.key)
    one = byKey.get(one.show_if.question)
  }
  return one !== undefined
}

export function isRequired(steps: Step[], question: Question, answers: Answers): boolean {
  if (!question.required) return false
  const waiver = question.waived_if
  if (!waiver?.question) return true
  const asked = questionsOf(steps).find((one) => one.key === waiver.question)
  return !(asked && isAsked(steps, asked, answers) && holds(waiver, answers))
}

function holds({ question = '', values = [] }: Condition, answers: Answers): boolean {
  return words(answers[question]).some((one) => values.includes(one))
}

function words(answer: unknown): string[] {
  if (typeof answer === 'boolean') return [answer ? 'yes' : 'no']
  if (Array.isArray(answer)) return answer.filter((one) => typeof one === 'string')
  return typeof answer === 'string' || typeof answer === 'number' ? [String(answer)] : []
}
