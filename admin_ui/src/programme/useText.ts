import { useSyncExternalStore } from 'react'
import { useForm } from '../form/FormContext'
import { isObject } from '../form/store/json'
import type { Path } from '../form/store/paths'
import { useDraft } from '../form/store/useDraft'

/** A localized text in the language that is edited, else in any other; "" for none. */
export function useText(path: Path): string {
  const draft = useDraft()
  const { locale } = useForm()
  return useSyncExternalStore(draft.subscribe, () => {
    const value = draft.valueAt(path)
    if (!isObject(value)) return ''
    const text = value[locale] || Object.values(value).find((one) => one)
    return typeof text === 'string' ? text : ''
  })
}
