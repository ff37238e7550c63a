import { notifications } from '@mantine/notifications'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type TypedDocumentNode, useClient } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { useEdited } from '../editing/EditedContext'
import type { FoundProblem } from '../form/FormContext'
import { DraftStore } from '../form/store/DraftStore'
import type { JsonObject } from '../form/store/json'
import { changedFields } from '../form/store/merge'
import {
  DiscardOverrideDocument,
  type OverrideAnswerFragment,
  type OverridePartsFragment,
  PublishOverrideDocument,
  UpdateOverrideDocument,
  WithdrawOverrideDocument,
} from './gql/graphql'
import { useOverrideTargets } from './useOverrideTargets'

/** Fields of an override stand apart from those of the item on the same page. */
export const ROOT = 'override'

/** The draft of what a site says differently, and what is done with it. */
export function useOverride(site: string, known: OverridePartsFragment | null) {
  const { t } = useTranslation(['collaboration', 'ui'])
  const { item } = useEdited()
  const client = useClient()
  const [override, setOverride] = useState(known)
  const [draft] = useState(() => new DraftStore(savedOverride(known)))
  const [refusal, setRefusal] = useState<string | null>(null)
  const [problems, setProblems] = useState<FoundProblem[]>([])
  const [isBusy, setBusy] = useState(false)
  const targets = useOverrideTargets(item.id, site)
  const isUnsaved = useSyncExternalStore(draft.subscribe, () => draft.isChanged)

  async function run<Input>(
    document: TypedDocumentNode<{ result: OverrideAnswerFragment }, { input: Input }>,
    input: Input,
    done: string,
  ): Promise<boolean> {
    const sent = draft.content
    setBusy(true)
    const { data, error } = await client.mutation(document, { input }).toPromise()
    setBusy(false)
    const result = data?.result
    setProblems(result?.problems.map((one) => ({ ...one, field: `${ROOT}.${one.field}` })) ?? [])
    setRefusal(result ? (result.refusal?.message ?? null) : noAnswer(error))
    if (!result || result.refusal) return false
    setOverride(result.override ?? null)
    if (done === 'discard') draft.replace(savedOverride(result.override ?? null))
    else draft.saved(sent, savedOverride(result.override ?? null)) // what was typed meanwhile stays
    notifications.show({ message: t(`override.done.${done}`), color: 'teal' })
    return true
  }

  async function save(done = 'save'): Promise<boolean> {
    const changes = changedFields((savedOverride(override).data[ROOT] ?? {}) as JsonObject, present())
    const input = { item: item.id, site, baseVersion: override?.version ?? 0, changes }
    return run(UpdateOverrideDocument, input, done)
  }

  function present(): JsonObject {
    return (draft.data[ROOT] ?? {}) as JsonObject
  }

  const about = { item: item.id, site }
  return {
    override,
    draft,
    refusal,
    problems,
    isBusy,
    isUnsaved,
    targets,
    save: () => save(),
    publish: async () => {
      if (isUnsaved && !(await save())) return
      if (!(await targets.isDecided())) return
      if (await run(PublishOverrideDocument, { ...about, ...targets.choice }, 'publish')) targets.forget()
    },
    withdraw: () => run(WithdrawOverrideDocument, about, 'withdraw'),
    discard: () => run(DiscardOverrideDocument, about, 'discard'),
  }
}

function savedOverride(override: OverridePartsFragment | null) {
  return { version: override?.version ?? 0, data: { [ROOT]: (override?.data ?? {}) as JsonObject }, slugs: {} }
}
