import { useCards } from '../../form/cards/useCards'
import { useForm } from '../../form/FormContext'
import { isObject, type Json, type JsonObject } from '../../form/store/json'

export type SpeakerWords = { name: string; role: string; organisation: string }

/** What each speaker is called here: the person's name, role and organisation as they are at this talk. */
export function useSpeakerWords(speakers: readonly JsonObject[] | undefined): SpeakerWords[] {
  const { locale } = useForm()
  const list = speakers ?? []
  const ids = list.map((one) => String(one.person ?? ''))
  const found = useCards(ids.filter(Boolean))
  const byId = new Map(found.flatMap((one) => (one ? [[one.id, one.title] as const] : [])))
  return list.map((one, place) => ({
    name: byId.get(ids[place] ?? '') ?? (ids[place] ? '…' : ''),
    role: textIn(one.role, locale),
    organisation: String(one.organisation_name ?? ''),
  }))
}

function textIn(value: Json, locale: string): string {
  if (!isObject(value)) return ''
  return String(value[locale] || Object.values(value).find(Boolean) || '')
}
