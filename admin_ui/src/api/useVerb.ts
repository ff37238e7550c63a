import { useCallback, useState } from 'react'
import { type CombinedError, type TypedDocumentNode, useMutation } from 'urql'
import { noAnswer } from './noAnswer'
import { troubleOf } from './trouble'

export type Problem = { field: string; code: string; message: string }
export type Outcome = { refusal?: { code: string; message: string } | null; problems: Problem[] }
/** Why nothing was changed; code AWAY where the server did not answer, FAULT where it failed. */
export type Refusal = { code: string; message: string; problems: Problem[] }

/** Types of what must be asked for again besides; "WebhookConnection" is in empty lists of webhooks too. */
type Touched = { touches?: string[] }

/**
 * A mutation whose answer is named `result`: `run` answers it, or null where it was refused, and then `refusal` says
 * why until the next run.
 */
export function useVerb<Result extends Outcome, Input>(
  document: TypedDocumentNode<{ result: Result }, { input: Input }>,
  { touches }: Touched = {},
) {
  const [{ fetching }, execute] = useMutation(document)
  const [refusal, setRefusal] = useState<Refusal>()

  async function run(input: Input): Promise<Result | null> {
    setRefusal(undefined)
    const { data, error } = await execute({ input }, { additionalTypenames: touches })
    const result = data?.result
    if (result && !result.refusal) return result
    setRefusal(result?.refusal ? { ...result.refusal, problems: result.problems } : unanswered(error))
    return null
  }

  const forget = useCallback(() => setRefusal(undefined), [])
  return { run, refusal, isBusy: fetching, forget }
}

/** Neither has words in the areas' messages: those of `noAnswer` say more, the id of the request among them. */
function unanswered(error: CombinedError | undefined): Refusal {
  return { code: troubleOf(error).kind === 'away' ? 'AWAY' : 'FAULT', message: noAnswer(error), problems: [] }
}
