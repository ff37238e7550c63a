import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type CombinedError, useClient } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { troubleOf } from '../api/trouble'
import type { FoundProblem } from '../form/FormContext'
import { type Choice, withChoices } from '../form/store/choices'
import type { Changes, Content, DraftStore, Saved } from '../form/store/DraftStore'
import { isSame, type JsonObject } from '../form/store/json'
import {
  type EditedFragment,
  EditedItemDocument,
  PresentVersionDocument,
  SaveItemDocument,
  type SaveItemMutation,
} from './gql/graphql'

const QUIET_MS = 1200
const NETWORK = { requestPolicy: 'network-only' } as const
const AGAIN_MS = { away: 4000, failed: 12_000 }

/**
 * `away`: no answer; `failed`: the server's own mistake; both are tried again by themselves. `refused`: something that
 * was typed cannot be stored. `gone` and `forbidden`: nothing can be, as the item lies in the bin or the right is gone.
 */
export type SaveState =
  | 'saved'
  | 'changed'
  | 'saving'
  | 'away'
  | 'failed'
  | 'refused'
  | 'conflict'
  | 'gone'
  | 'forbidden'
type Answer = SaveItemMutation['updateItem']
export type Conflict = NonNullable<Answer['conflict']>

export type Saving = {
  state: SaveState
  refusal: string | null
  problems: FoundProblem[]
  conflict: Conflict | null
  /** Saves what is there now; false where it could not be. */
  save: () => Promise<boolean>
  /** Saves with addresses that lead to other items, and lets them lead here. */
  takeAddresses: () => Promise<boolean>
  /** After a conflict: goes on from the version that was shown, with what was chosen at each place. */
  resolve: (choices: Choice[], shown: Conflict) => Promise<Resolution>
}

/** `again`: others saved on at these places meanwhile, so that the choice was made of something older. */
export type Resolution = 'saved' | 'again' | 'failed'

/** Nothing that is typed changes these; only a person does. */
const STUCK: SaveState[] = ['conflict', 'gone', 'forbidden']

/** What stood in the form, and of which version, before others' changes came in. */
export type Merged = { content: Content; version: number }
export type OnSaved = (item: EditedFragment, before?: Merged) => void

/** Saves a while after the last key, one request at a time, and again while something is left. */
export function useAutosave(id: string, draft: DraftStore, onSaved: OnSaved): Saving {
  const client = useClient()
  const [state, setState] = useState<SaveState>('saved')
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [message, setMessage] = useState<string | null>(null)
  const running = useRef<Promise<boolean> | null>(null)
  const present = useRef<SaveState>('saved')
  const told = useRef<Conflict | null>(null)

  const send = useCallback(
    async (isByItself: boolean, takeRedirects = false): Promise<boolean> => {
      const wanted = draft.changes()
      if (!wanted) return settle('saved', null)
      settle('saving', null)
      const input = { ...inputOf(id, wanted), autosave: isByItself, takeRedirects }
      const { data, error } = await client.mutation(SaveItemDocument, { input }).toPromise()
      const given = data?.updateItem
      if (error || !given) return settle(whyNoAnswer(error), null, noAnswer(error))
      if (!given.item) {
        const reason = await whyRefused(given)
        if (reason === 'refused') await saveRest(wanted, given.problems)
        return settle(reason, given)
      }
      const before = { content: draft.content, version: wanted.baseVersion }
      draft.saved(wanted.sent, savedItem(given.item))
      onSaved(given.item, given.item.version > wanted.baseVersion + 1 ? before : undefined)
      return draft.isChanged ? send(isByItself) : settle('saved', null)

      /** One field that cannot be stored keeps no other one from being stored. */
      async function saveRest({ sent }: Changes, problems: FoundProblem[]): Promise<void> {
        if (problems.length === 0) return
        const rest = draft.changesWithout(sent, new Set(problems.map(({ field }) => field.split('.')[0] ?? '')))
        if (!rest) return
        const { data } = await client
          .mutation(SaveItemDocument, { input: { ...inputOf(id, rest), autosave: isByItself } })
          .toPromise()
        const item = data?.updateItem.item
        if (!item) return
        draft.saved(rest.sent, savedItem(item))
        onSaved(item)
      }

      async function whyRefused({ conflict, refusal }: Answer): Promise<SaveState> {
        if (conflict) return 'conflict'
        if (refusal?.code === 'NOT_PERMITTED') return 'forbidden'
        if (refusal?.code !== 'NOT_FOUND') return 'refused'
        const { data } = await client.query(PresentVersionDocument, { id }, NETWORK).toPromise()
        return data?.item?.deletedAt ? 'gone' : 'forbidden' // who may not read it any more is told that it is not there
      }

      function settle(next: SaveState, with_: Answer | null, said: string | null = null): boolean {
        present.current = next
        told.current = with_?.conflict ?? null
        setState(next)
        setAnswer(with_)
        setMessage(said)
        return next === 'saved'
      }
    },
    [client, draft, id, onSaved],
  )

  const run = useCallback(
    (isByItself: boolean, takeRedirects = false): Promise<boolean> => {
      running.current ??= send(isByItself, takeRedirects).finally(() => {
        running.current = null
      })
      return running.current
    },
    [send],
  )
  const save = useCallback(() => run(false), [run])
  const takeAddresses = useCallback(async () => {
    await running.current
    return run(false, true)
  }, [run])

  const resolve = useCallback(
    async (choices: Choice[], shown: Conflict): Promise<Resolution> => {
      await running.current
      const { data } = await client.query(EditedItemDocument, { id }, NETWORK).toPromise()
      if (!data?.item) return 'failed'
      if (data.item.version !== shown.version) {
        if (await run(false)) return 'saved'
        if (!told.current) return 'failed'
        return isSame(told.current.clashes, shown.clashes) ? resolve(choices, told.current) : 'again'
      }
      draft.rebaseOn(savedItem(data.item))
      draft.edit((content) => withChoices(content, choices))
      onSaved(data.item)
      if (await run(false)) return 'saved'
      return told.current ? 'again' : 'failed'
    },
    [client, draft, id, onSaved, run],
  )

  useEffect(() => {
    let timer: number | undefined
    const stop = draft.subscribe(() => {
      if (!draft.isChanged || STUCK.includes(present.current)) return
      setState((before) => (before === 'saving' ? before : 'changed'))
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void run(true), QUIET_MS)
    })
    return () => {
      stop()
      window.clearTimeout(timer)
    }
  }, [draft, run])

  useTryAgain(state, run)
  useLeavingGuard(draft)
  return useMemo(
    () => ({
      state,
      refusal: answer?.refusal?.message ?? message,
      problems: answer?.problems ?? [],
      conflict: answer?.conflict ?? null,
      save,
      takeAddresses,
      resolve,
    }),
    [state, answer, message, save, takeAddresses, resolve],
  )
}

function inputOf(id: string, { baseVersion, changes, slugs }: Changes) {
  const given = Object.entries(slugs).map(([locale, slug]) => ({ locale, slug }))
  return { id, baseVersion, changes, slugs: given.length ? given : null }
}

function whyNoAnswer(error: CombinedError | undefined): SaveState {
  return troubleOf(error).kind === 'away' ? 'away' : 'failed'
}

/** The network or the server is away: try again when it is back, and every few seconds. */
function useTryAgain(state: SaveState, run: (isByItself: boolean) => Promise<boolean>): void {
  useEffect(() => {
    if (state !== 'away' && state !== 'failed') return
    const again = () => void run(true)
    const timer = window.setInterval(again, AGAIN_MS[state])
    window.addEventListener('online', again)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('online', again)
    }
  }, [state, run])
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
