import { currentLanguage } from '../i18n'

/** Entries under the day on which they happened, where the person is; in the order in which they come. */
export function byDay<Entry extends { at: string }>(entries: Entry[]): { day: string; entries: Entry[] }[] {
  const format = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'full' })
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const day = format.format(new Date(entry.at))
    groups.set(day, [...(groups.get(day) ?? []), entry])
  }
  return [...groups].map(([day, found]) => ({ day, entries: found }))
}
