import { useState } from 'react'
import { type TypedDocumentNode, useMutation } from 'urql'
import type { Outcome, Refusal } from '../api/useVerb'
import { currentLanguage } from '../i18n'

/** As `useVerb`, for steps of applications, which are answered in the person's language. */
export function useStep<Result extends Outcome, Input>(
  document: TypedDocumentNode<{ result: Result }, { input: Input; locale: string }>,
) {
  const [{ fetching }, execute] = useMutation(document)
  const [refusal, setRefusal] = useState<Refusal>()

  async function run(input: Input): Promise<Result | null> {
    setRefusal(undefined)
    const { data, error } = await execute({ input, locale: currentLanguage() })
    const result = data?.result
    if (result && !result.refusal) return result
    const away = { code: 'AWAY', message: error?.message ?? '', problems: [] }
    setRefusal(result?.refusal ? { ...result.refusal, problems: result.problems } : away)
    return null
  }

  return { run, refusal, isBusy: fetching }
}
