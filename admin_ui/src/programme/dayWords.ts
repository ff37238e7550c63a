import { currentLanguage } from '../i18n'

/** "2023-11-22" as "Wednesday 22 November 2023" in the language of the interface; as it is where it is no date. */
export function dayWords(date: string): string {
  const moment = new Date(`${date}T12:00:00Z`)
  if (Number.isNaN(moment.getTime())) return date
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(currentLanguage(), options).format(moment)
}
