import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { altOf } from './facts'
import { type FileRowFragment, SaveFileDocument } from './gql/graphql'

const QUIET_MS = 900

export type AltState = 'saved' | 'changed' | 'saving' | 'away' | 'refused'

/** The descriptions of one file, saved a while after the last key and when the place on the screen goes. */
export function useAltTexts(file: FileRowFragment) {
  const client = useClient()
  const [texts, setTexts] = useState(() => altOf(file.data))
  const [state, setState] = useState<AltState>('saved')
  const [refusal, setRefusal] = useState<string | null>(null)
  const work = useRef({ version: file.version, wanted: null as Record<string, string> | null, isBusy: false, timer: 0 })

  const save = useCallback(async () => {
    const now = work.current
    window.clearTimeout(now.timer)
    if (!now.wanted || now.isBusy) return
    const sent = now.wanted
    now.isBusy = true
    now.wanted = null
    setState('saving')
    const alt = Object.fromEntries(Object.entries(sent).map(([locale, text]) => [locale, text.trim() || null]))
    const input = { id: file.id, baseVersion: now.version, changes: { alt }, autosave: true }
    const { data, error } = await client.mutation(SaveFileDocument, { input }).toPromise()
    now.isBusy = false
    const answer = data?.updateItem
    if (answer?.item) now.version = answer.item.version
    else now.wanted ??= sent
    setRefusal(answer?.problems[0]?.message ?? answer?.refusal?.message ?? null)
    setState(answer?.item ? (now.wanted ? 'changed' : 'saved') : error ? 'away' : 'refused')
    if (answer?.item ? now.wanted : error) now.timer = window.setTimeout(save, answer ? QUIET_MS : 4000)
  }, [client, file.id])

  const change = useCallback(
    (locale: string, text: string) => {
      setTexts((before) => {
        work.current.wanted = { ...before, [locale]: text }
        return work.current.wanted
      })
      setState('changed')
      window.clearTimeout(work.current.timer)
      work.current.timer = window.setTimeout(save, QUIET_MS)
    },
    [save],
  )

  useEffect(() => {
    const now = work.current
    if (!now.wanted && !now.isBusy && file.version >= now.version) {
      now.version = file.version
      setTexts(altOf(file.data))
    }
  }, [file])
  useEffect(() => () => void save(), [save])
  return { texts, change, save, state, refusal }
}
