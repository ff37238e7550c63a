import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { useForm } from '../form/FormContext'
import { useDraft, useValue } from '../form/store/useDraft'
import { useRemoving } from '../form/useUndoable'
import type { Side } from '../ui/outline/DropMark'
import { Outline } from '../ui/outline/Outline'
import type { Way } from '../ui/outline/wayOf'
import { MergeTerms } from './MergeTerms'
import { RemoveTerm } from './RemoveTerm'
import { RenameTerm } from './RenameTerm'
import { type TermAction, TermRow } from './TermRow'
import classes from './Terms.module.css'
import { type Term, termName } from './terms'

const PATH = ['terms']
/** More languages than these are shown one at a time, as chosen above. */
const MOST_LANGUAGES = 4

type Props = { terms: Term[]; shown: Term[]; isNarrowed: boolean }

export function TermRows({ terms, shown, isNarrowed }: Props) {
  const { t } = useTranslation('vocabularies')
  const { isReadOnly, item, languages } = useEdited()
  const { locale, source, problems } = useForm()
  const { news, step, place } = useMoves(terms, locale)
  const [asked, setAsked] = useState<{ action: TermAction; term: Term } | null>(null)
  const columns = languages.length <= MOST_LANGUAGES ? languages : [...new Set([locale, ...(source ? [source] : [])])]
  const ask = useCallback((action: TermAction, term: Term) => setAsked({ action, term }), [])
  return (
    <>
      <Outline onPlace={place} news={news}>
        <ol className={classes.terms} aria-label={t('terms')}>
          {shown.map((term) => (
            <TermRow
              key={term.id}
              term={term}
              place={terms.indexOf(term)}
              count={terms.length}
              columns={columns}
              locale={locale}
              isReadOnly={isReadOnly}
              isFixed={isReadOnly || isNarrowed}
              mayMove={item.rights.includes('publish')}
              problems={problems}
              step={step}
              ask={ask}
            />
          ))}
        </ol>
      </Outline>
      {asked && <Asked {...asked} terms={terms} ask={setAsked} />}
    </>
  )
}

type AskedProps = {
  action: TermAction
  term: Term
  terms: Term[]
  ask: (next: { action: TermAction; term: Term } | null) => void
}

function Asked({ action, term, terms, ask }: AskedProps) {
  const draft = useDraft()
  const { item, locale } = useEdited()
  const removing = useRemoving()
  const [key] = useValue<string>(['key'])
  const shared = { vocabulary: key ?? '', term, onClose: () => ask(null) }
  if (action === 'rename') return <RenameTerm {...shared} />
  if (action === 'merge') return <MergeTerms {...shared} terms={terms} />
  const mayMerge = item.rights.includes('publish')
  return (
    <RemoveTerm
      {...shared}
      onMerge={mayMerge ? () => ask({ action: 'merge', term }) : undefined}
      onRemove={() => {
        removing(termName(term, locale), () => draft.remove(PATH, term.id))
        ask(null)
      }}
    />
  )
}

/** Moves terms, and tells it to those who cannot see it. */
function useMoves(terms: Term[], locale: string) {
  const { t } = useTranslation('vocabularies')
  const draft = useDraft()
  const [news, setNews] = useState('')
  const present = useRef(terms)
  present.current = terms

  const put = useCallback(
    (id: string, to: number) => {
      const list = present.current
      const term = list.find((one) => one.id === id)
      if (!term || to < 0 || to >= list.length) return setNews(t('noFurther'))
      draft.move(PATH, id, to)
      setNews(t('moved', { name: termName(term, locale), place: to + 1, count: list.length }))
    },
    [draft, locale, t],
  )
  const step = useCallback(
    (id: string, way: Way) => {
      const from = present.current.findIndex((one) => one.id === id)
      if (way === 'up' || way === 'down') put(id, from + (way === 'up' ? -1 : 1))
    },
    [put],
  )
  const place = useCallback(
    (id: string, over: string, side: Side) => {
      const left = present.current.filter((one) => one.id !== id)
      put(id, left.findIndex((one) => one.id === over) + (side === 'after' ? 1 : 0))
    },
    [put],
  )
  return { news, step, place }
}
