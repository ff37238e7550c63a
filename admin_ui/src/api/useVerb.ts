import { useCallback, useState } from 'react'
import { type TypedDocumentNode, useMutation } from 'urql'

export type Problem = { field: string; code: string; message: string }
export type Outcome = { refusal?: { code: string; message: string } | null; problems: Problem[] }
/** Why nothing was changed; code AWAY where the server did not answer. */
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
    setRefusal(result?.refusal ? { ...result.refusal, problems: result.problems } : away(error?.message))
    return null
  }

  const forget = useCallback(() => setRefusal(undefined), [])
  return { run, refusal, isBusy: fetching, forget }
}

function away(message = ''): Refusal {
  return { code: 'AWAY', message, problems: [] }
}
