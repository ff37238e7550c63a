import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { AnnouncePresenceDocument, type AnnouncePresenceMutation, LeavePresenceDocument } from './gql/graphql'

const EVERY_MS = 15_000
const SETTLED_MS = 1_500
const FIELD = 'field-'

export type Other = NonNullable<AnnouncePresenceMutation['result']['others']>[number]

/** Tells the others that one is here, and in which field; answers who else is. */
export function usePresence(item: string, locale: string, isHere: boolean): Other[] {
  const client = useClient()
  const [others, setOthers] = useState<Other[]>([])
  useEffect(() => {
    if (!isHere) return
    let timer: number | undefined
    let isOver = false
    async function announce() {
      window.clearTimeout(timer)
      timer = window.setTimeout(announce, EVERY_MS)
      if (document.visibilityState === 'hidden') return
      const input = { item, locale, field: focusedField(locale) }
      const { data } = await client.mutation(AnnouncePresenceDocument, { input }).toPromise()
      if (!isOver && data?.result.others) setOthers(data.result.others)
    }
    function soon() {
      window.clearTimeout(timer)
      timer = window.setTimeout(announce, SETTLED_MS)
    }
    void announce()
    document.addEventListener('focusin', soon)
    document.addEventListener('visibilitychange', soon)
    return () => {
      isOver = true
      window.clearTimeout(timer)
      document.removeEventListener('focusin', soon)
      document.removeEventListener('visibilitychange', soon)
      void client.mutation(LeavePresenceDocument, { input: { item } }).toPromise()
    }
  }, [client, item, locale, isHere])
  return others
}

/** The path of the field that the cursor is in, without the language. */
function focusedField(locale: string): string {
  const id = document.activeElement?.closest(`[id^="${FIELD}"]`)?.id ?? FIELD
  const path = id.slice(FIELD.length)
  return path.endsWith(`.${locale}`) ? path.slice(0, -locale.length - 1) : path
}
