import { useCallback, useEffect, useRef, useState } from 'react'
import { useMutation } from 'urql'
import type { FoundProblem } from './FormContext'
import { type EditedFragment, SaveItemDocument, type SaveItemMutation } from './gql/graphql'
import type { DraftStore, Saved } from './store/DraftStore'
import type { JsonObject } from './store/json'

const QUIET_MS = 1200

export type SaveState = 'saved' | 'changed' | 'saving' | 'away' | 'refused' | 'conflict'
type Answer = SaveItemMutation['updateItem']
export type Conflict = NonNullable<Answer['conflict']>

export type Saving = {
  state: SaveState
  refusal: string | null
  problems: FoundProblem[]
  conflict: Conflict | null
  /** Saves what is there now; false where it could not be. */
  save: () => Promise<boolean>
}

/** Saves a while after the last key, one request at a time, and again while something is left. */
export function useAutosave(id: string, draft: DraftStore, onSaved: (item: EditedFragment) => void): Saving {
  const [, update] = useMutation(SaveItemDocument)
  const [state, setState] = useState<SaveState>('saved')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const running = useRef<Promise<boolean> | null>(null)

  const send = useCallback(async (): Promise<boolean> => {
    const wanted = draft.changes()
    if (!wanted) return settle('saved', null)
    setState('saving')
    const slugs = Object.entries(wanted.slugs).map(([locale, slug]) => ({ locale, slug }))
    const input = { id, baseVersion: wanted.baseVersion, changes: wanted.changes, slugs: slugs.length ? slugs : null }
    const { data, error } = await update({ input })
    const given = data?.updateItem
    if (error || !given) return settle('away', null)
    if (!given.item) return settle(given.conflict ? 'conflict' : 'refused', given)
    draft.saved(wanted.sent, savedItem(given.item))
    onSaved(given.item)
    return draft.isChanged ? send() : settle('saved', null)

    function settle(next: SaveState, with_: Answer | null): boolean {
      setState(next)
      setAnswer(with_)
      return next === 'saved'
    }
  }, [draft, id, update, onSaved])

  const save = useCallback((): Promise<boolean> => {
    running.current ??= send().finally(() => {
      running.current = null
    })
    return running.current
  }, [send])

  useEffect(() => {
    let timer: number | undefined
    const stop = draft.subscribe(() => {
      if (!draft.isChanged) return
      setState((before) => (before === 'saving' ? before : 'changed'))
      window.clearTimeout(timer)
      timer = window.setTimeout(save, QUIET_MS)
    })
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [draft, save])

  useTryAgain(state, save)
  useLeavingGuard(draft)
  return {
    state,
    refusal: answer?.refusal?.message ?? null,
    problems: answer?.problems ?? [],
    conflict: answer?.conflict ?? null,
    save,
  }
}

/** The network is away: try again when it is back, and every few seconds. */
function useTryAgain(state: SaveState, save: () => Promise<boolean>): void {
  useEffect(() => {
    if (state !== 'away') return
    const timer = window.setInterval(save, 4000)
    window.addEventListener('online', save)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('online', save)
    }
  }, [state, save])
}

/** The browser asks before a page with unsaved work is closed. */
function useLeavingGuard(draft: DraftStore): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => draft.isChanged && event.preventDefault()
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [draft])
}

export function savedItem(item: EditedFragment): Saved {
  return {
    version: item.version,
    data: item.data as JsonObject,
    slugs: Object.fromEntries(item.slugs.map(({ locale, slug }) => [locale, slug])),
  }
}
