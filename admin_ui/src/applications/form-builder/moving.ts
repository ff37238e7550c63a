import { newElementId } from '../../form/store/json'
import type { Side } from '../../ui/outline/DropMark'
import type { Way } from '../../ui/outline/wayOf'
import { keyFor } from '../../vocabularies/terms'
import { keysOf, type Question, renamed, type Step } from './form'

/** Whether the row `id` may be put there: a step beside steps, a question beside questions or into a step. */
export function mayPlace(steps: Step[], id: string, over: string, side: Side): boolean {
  const isStep = (one: string) => steps.some((step) => step.id === one)
  if (isStep(id)) return isStep(over) && side !== 'inside'
  return isStep(over) ? side === 'inside' : side !== 'inside'
}

/** The steps with the row `id` put on that side of the row `over`; as they were where that cannot be. */
export function placed(steps: Step[], id: string, over: string, side: Side): Step[] {
  if (id === over || !mayPlace(steps, id, over, side)) return steps
  const step = steps.find((one) => one.id === id)
  if (step) return inserted(without(steps, id), step, over, side)
  const question = steps.flatMap((one) => one.questions ?? []).find((one) => one.id === id)
  if (!question) return steps
  return withoutQuestion(steps, id).map((one) => {
    const questions = one.questions ?? []
    if (one.id === over) return { ...one, questions: [...questions, question] }
    return questions.some((other) => other.id === over)
      ? { ...one, questions: inserted(questions, question, over, side) }
      : one
  })
}

/** One place up or down; a question goes over into the neighbouring step at the end of its own. */
export function stepped(steps: Step[], id: string, way: Way): Step[] {
  const by = way === 'up' ? -1 : way === 'down' ? 1 : 0
  const place = steps.findIndex((one) => one.id === id)
  if (by === 0) return steps
  if (place >= 0) return shifted(steps, place, by)
  const home = steps.findIndex((one) => one.questions?.some((question) => question.id === id))
  const questions = steps[home]?.questions ?? []
  const at = questions.findIndex((one) => one.id === id)
  const neighbour = steps[home + by]
  if (at + by >= 0 && at + by < questions.length) {
    return steps.map((one, index) => (index === home ? { ...one, questions: shifted(questions, at, by) } : one))
  }
  const question = questions[at]
  if (!neighbour || !question) return steps
  const others = neighbour.questions ?? []
  const joined = by > 0 ? [question, ...others] : [...others, question]
  return withoutQuestion(steps, id).map((one) => (one.id === neighbour.id ? { ...one, questions: joined } : one))
}

export function withoutQuestion(steps: Step[], id: string): Step[] {
  return steps.map((one) =>
    one.questions?.some((other) => other.id === id) ? { ...one, questions: without(one.questions, id) } : one,
  )
}

export function without<T extends { id: string }>(list: T[], id: string): T[] {
  return list.filter((one) => one.id !== id)
}

/** The same question once more below it, with a key and ids of its own. */
export function duplicatedQuestion(steps: Step[], id: string): { steps: Step[]; copy: string | null } {
  const taken = keysOf(steps)
  let copy: string | null = null
  const changed = steps.map((step) => {
    const questions = step.questions ?? []
    const at = questions.findIndex((one) => one.id === id)
    const found = questions[at]
    if (!found) return step
    const twin = copied(found, keyFor(found.key ?? '', taken))
    copy = twin.id
    return { ...step, questions: questions.toSpliced(at + 1, 0, twin) }
  })
  return { steps: changed, copy }
}

/** The same step once more below it; conditions among its questions ask for the copies. */
export function duplicatedStep(steps: Step[], id: string): { steps: Step[]; copy: string | null } {
  const at = steps.findIndex((one) => one.id === id)
  const found = steps[at]
  if (!found) return { steps, copy: null }
  const taken = keysOf(steps)
  const names = new Map<string, string>()
  for (const { key = '' } of found.questions ?? []) {
    const name = keyFor(key, taken)
    taken.add(name)
    names.set(key, name)
  }
  const questions = (found.questions ?? []).map((one) =>
    renamed(copied(one, names.get(one.key ?? '') ?? ''), (key) => names.get(key) ?? key),
  )
  const key = keyFor(found.key ?? '', new Set(steps.map((one) => one.key ?? '')))
  const twin: Step = { ...found, id: newElementId(), key, questions }
  return { steps: steps.toSpliced(at + 1, 0, twin), copy: twin.id }
}

function copied(question: Question, key: string): Question {
  const options = question.options?.map((one) => ({ ...one, id: newElementId() }))
  return { ...question, id: newElementId(), key, ...(options ? { options } : {}) }
}

function shifted<T>(list: T[], at: number, by: number): T[] {
  const moved = list[at]
  const to = at + by
  if (moved === undefined || to < 0 || to >= list.length) return list
  return list.toSpliced(at, 1).toSpliced(to, 0, moved)
}

function inserted<T extends { id: string }>(list: T[], one: T, over: string, side: Side): T[] {
  const place = list.findIndex((other) => other.id === over)
  return list.toSpliced(side === 'before' ? place : place + 1, 0, one)
}
