import { useCallback, useRef, useState } from 'react'
import { useClient } from 'urql'
import { sendAll } from './call'
import { runAll } from './runAll'
import type { Step } from './steps'

export type Outcome = { step: Step; refused?: string }
export type Run = { total: number; outcomes: Outcome[]; isRunning: boolean; isUndo: boolean }

/** Something done with many items: how far it is, what became of each, and undoing what was done. */
export function useBulk(onDone: (id: string) => Promise<void>) {
  const client = useClient()
  const [run, setRun] = useState<Run>()
  const stopping = useRef(new AbortController())

  const start = useCallback(
    async (steps: Step[], isUndo = false) => {
      stopping.current = new AbortController()
      setRun({ total: steps.length, outcomes: [], isRunning: true, isUndo })
      const work = async (step: Step) => {
        const refused = await sendAll(client, isUndo ? step.undo : step.calls)
        await onDone(step.row.id)
        setRun((now) => now && { ...now, outcomes: [...now.outcomes, { step, refused }] })
      }
      await runAll(steps, work, stopping.current.signal)
      setRun((now) => now && { ...now, isRunning: false })
    },
    [client, onDone],
  )
  const undo = useCallback(() => run && start(undoable(run), true), [run, start])
  const stop = useCallback(() => stopping.current.abort(), [])
  return { run, start, undo, stop }
}

/** What was done and can be undone, the last first. */
export function undoable({ outcomes, isUndo }: Run): Step[] {
  if (isUndo) return []
  return outcomes.flatMap(({ step, refused }) => (refused === undefined && step.undo.length ? [step] : [])).reverse()
}
