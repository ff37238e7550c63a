import { notifications } from '@mantine/notifications'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { standingIn, useEdited } from '../editing/EditedContext'
import { languageName } from '../i18n/format'
import { BeforePublishingDocument } from './gql/graphql'
import { type Given, TRANSITIONS, type Transition } from './transitions'

/** What is asked before something is done; each has a dialog. */
export type Question =
  | 'publish'
  | 'schedule'
  | 'expire'
  | 'unpublish'
  | 'archive'
  | 'send_back'
  | 'delete'
  | 'release'
  | 'discard'

export type Publishing = {
  busy: string | null
  refusal: string | null
  question: Question | null
  ask: (question: Question) => Promise<void>
  close: () => void
  /** Takes a step for the language that is shown, or asks first where something is to be decided. */
  start: (step: string) => Promise<void>
  /** False where it was refused; `problems` are then at the fields. */
  run: (step: string, given?: Partial<Given>) => Promise<boolean>
}

/** What is done with the item as a whole or with one of its languages; what is in the form is saved before. */
export function usePublishing(): Publishing {
  const { t } = useTranslation(['publishing', 'ui'])
  const { item, locale, saving, adopt, refuse } = useEdited()
  const client = useClient()
  const [busy, setBusy] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const { save } = saving
  const may = standingIn(item, locale)?.allowedTransitions

  const run = useCallback(
    async (step: string, given: Partial<Given> = {}): Promise<boolean> => {
      const transition = TRANSITIONS[step]
      if (!transition) return false
      setBusy(step)
      setRefusal(null)
      const isSaved = await save()
      if (!isSaved) setRefusal(t('notSaved'))
      const isDone = isSaved && (await take(transition))
      setBusy(null)
      return isDone

      async function take(transition: Transition): Promise<boolean> {
        const input = transition.input({ id: item.id, locale, ...given })
        const { data, error } = await client.mutation(transition.document, { input: input as never }).toPromise()
        const result = data?.result
        refuse(result?.problems.filter((one) => !one.item || one.item === item.id) ?? [])
        if (!result?.item) {
          setRefusal(result?.refusal?.message ?? noAnswer(error))
          return false
        }
        adopt(result.item)
        const languages = (given.locales ?? [locale]).map(languageName).join(', ')
        notifications.show({ message: t(`done.${step}`, { language: languages }), color: 'teal' })
        return true
      }
    },
    [client, item.id, locale, save, adopt, refuse, t],
  )

  const ask = useCallback(
    async (next: Question) => {
      if (next === 'publish' && may && !may.includes('publish')) return
      setRefusal(null)
      if (await save()) setQuestion(next)
      else setRefusal(t('notSaved'))
    },
    [may, save, t],
  )

  const start = useCallback(
    async (step: string) => {
      const question = TRANSITIONS[step]?.question
      if (question) return ask(question)
      if (step === 'publish' && (await isUndecided())) return setQuestion('publish')
      await run(step)

      async function isUndecided(): Promise<boolean> {
        setBusy(step)
        if (!(await save())) return false
        const asked = { items: [{ id: item.id, locales: [locale] }] }
        const { data } = await client
          .query(BeforePublishingDocument, asked, { requestPolicy: 'network-only' })
          .toPromise()
        setBusy(null)
        const { targets = [], copies = [] } = data?.unpublishedTargetsOf ?? {}
        return targets.length + copies.length > 0
      }
    },
    [ask, run, client, item.id, locale, save],
  )

  const close = useCallback(() => setQuestion(null), [])
  return useMemo(
    () => ({ busy, refusal, question, ask, close, start, run }),
    [busy, refusal, question, ask, close, start, run],
  )
}
