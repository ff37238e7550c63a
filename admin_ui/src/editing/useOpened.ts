import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { FoundProblem, TypeForm } from '../form/FormContext'
import { DraftStore } from '../form/store/DraftStore'
import { problemText } from '../ui/Refusal'
import { type Edited, isBegun } from './EditedContext'
import { type EditedFragment, ItemProblemsDocument } from './gql/graphql'
import { type EditorSite, languagesOf } from './sites'
import { type Merged, savedItem, useAutosave } from './useAutosave'
import { useFreshItem } from './useFreshItem'
import { useReplaced } from './useReplaced'
import { useShownLanguages } from './useShownLanguages'

export type OpenedProps = { item: EditedFragment; form: TypeForm; sites: EditorSite[] }

/** An item from the moment when its form is opened: its draft, how it is saved, what is wrong with it. */
export function useOpened({ item: opened, form, sites }: OpenedProps) {
  const [item, setItem] = useState(opened)
  const [draft] = useState(() => new DraftStore(savedItem(opened)))
  const { replaced, note, forget } = useReplaced(draft, form)
  const takeSaved = useCallback(
    (next: EditedFragment, before?: Merged) => {
      setItem(next)
      if (before) note(before.content, before.version, null)
    },
    [note],
  )
  const takeFresh = useCallback(
    (next: EditedFragment, { content, version, by }: Merged & { by: string | null }) => {
      setItem(next)
      note(content, version, by)
    },
    [note],
  )
  const saving = useAutosave(item.id, draft, takeSaved)
  useFreshItem(item, draft, takeFresh)
  const languages = useMemo(() => languagesOf(item, sites), [item, sites])
  const { locale, beside, showLocale, showBeside } = useShownLanguages(languages, opened.writtenIn)
  const [problems, refuse] = useProblems(item, locale, saving.problems)

  const adopt = useCallback(
    (next: EditedFragment) => {
      if (!draft.isChanged) draft.rebaseOn(savedItem(next))
      setItem(next)
    },
    [draft],
  )
  const edited: Edited = useMemo(
    () => ({
      item,
      form,
      draft,
      saving,
      locale,
      languages,
      showLocale,
      site: sites.find((one) => one.key === item.site),
      sites,
      isReadOnly: !item.rights.includes('update') || item.deletedAt !== null,
      problems,
      replaced,
      forgetReplaced: forget,
      adopt,
      refuse,
    }),
    [item, form, draft, saving, locale, languages, showLocale, sites, problems, replaced, forget, adopt, refuse],
  )
  return { edited, beside, showBeside }
}

/**
 * What the server would refuse now, and what it refused last; the latter is forgotten once something is saved. Nobody is
 * told of mistakes in a language that is not begun.
 */
function useProblems(item: EditedFragment, locale: string, unsaved: FoundProblem[]) {
  const [refused, refuse] = useState<FoundProblem[]>([])
  const [{ data }] = useQuery({
    query: ItemProblemsDocument,
    variables: { id: item.id, locale },
    requestPolicy: 'cache-and-network',
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is checked anew once it is saved
  useEffect(() => refuse([]), [item.version, locale])
  const { t } = useTranslation('form')
  const known = (isBegun(item, locale) && data?.item?.problems) || []
  const found = distinct([...unsaved, ...known, ...refused])
  const inWords = found.map((one) => ({ ...one, message: problemText(one, t) }))
  return [useUnchanged(inWords), refuse] as const
}

function distinct(problems: FoundProblem[]): FoundProblem[] {
  return [...new Map(problems.map((one) => [`${one.field}/${one.locale}/${one.code}`, one])).values()]
}

/** The same array while it says the same: every field of the form is drawn anew for another one. */
function useUnchanged(problems: FoundProblem[]): FoundProblem[] {
  const kept = useRef(problems)
  const said = (list: FoundProblem[]) => JSON.stringify(list)
  if (kept.current !== problems && said(kept.current) !== said(problems)) kept.current = problems
  return kept.current
}
