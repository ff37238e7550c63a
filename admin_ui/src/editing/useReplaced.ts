import { useCallback, useState } from 'react'
import { changedPlaces, type Place } from '../form/changedPlaces'
import type { TypeForm } from '../form/FormContext'
import type { Content, DraftStore } from '../form/store/DraftStore'

/** What others changed in the open form since `version`; `by` is null where nobody's name is known. */
export type Replaced = { version: number; by: string | null; places: Place[] }

/** Keeps what others changed in the form until the person has seen it. */
export function useReplaced(draft: DraftStore, form: TypeForm) {
  const [replaced, setReplaced] = useState<Replaced | null>(null)
  const note = useCallback(
    (before: Content, version: number, by: string | null) => {
      const places = changedPlaces(form.fields, before, draft.content)
      if (places.length > 0) setReplaced((earlier) => withEarlier({ version, by, places }, earlier))
    },
    [draft, form],
  )
  const forget = useCallback(() => setReplaced(null), [])
  return { replaced, note, forget }
}

function withEarlier(next: Replaced, earlier: Replaced | null): Replaced {
  if (!earlier) return next
  const isNew = ({ at, locale }: Place) => !earlier.places.some((one) => one.at === at && one.locale === locale)
  return {
    version: earlier.version,
    by: earlier.by === next.by ? next.by : null,
    places: [...earlier.places, ...next.places.filter(isNew)],
  }
}
