import type { Content } from './DraftStore'
import { isSame, type Json } from './json'

/** One thing that somebody did. `place`: the value that was set, "" for a change of more than one. */
export type Step = { before: Content; after: Content; place: string; at: number }

const MOST = 200
/** Of what is typed into one field without a pause, all is taken back together. */
const BURST_MS = 1000

/** What was done to the form and what was taken back of it, each with the latest last. */
export class UndoHistory {
  private done: Step[] = []
  private undone: Step[] = []

  /** `read`: the value at `place`. */
  note(step: Step, read: (content: Content) => Json = () => undefined): void {
    this.undone = []
    const same = this.sinceSame(step, read)
    if (same >= 0) this.done.length = same
    else this.done = [...this.done, step].slice(-MOST)
  }

  /** Joins it to the last step where both are of one burst; a text's own undo takes steps away again. */
  private sinceSame(step: Step, read: (content: Content) => Json): number {
    if (step.place === '') return -1
    const last = this.done.at(-1)
    if (last?.place === step.place && step.at - last.at < BURST_MS) {
      this.done.pop()
      step.before = last.before
    }
    let from = this.done.length
    if (isSame(read(step.before), read(step.after))) return from
    while (this.done[from - 1]?.place === step.place) {
      from -= 1
      if (isSame(read((this.done[from] as Step).before), read(step.after))) return from
    }
    return -1
  }

  /** The step to take back, the latest without one; null where there is none. */
  takeUndo(step = this.done.at(-1)): Step | null {
    if (!step || !this.done.includes(step)) return null
    if (step === this.done.at(-1)) this.undone.push(step)
    this.done = this.done.filter((one) => one !== step)
    return step
  }

  takeRedo(): Step | null {
    const step = this.undone.pop() ?? null
    if (step) this.done.push(step)
    return step
  }

  clear(): void {
    this.done = []
    this.undone = []
  }
}
