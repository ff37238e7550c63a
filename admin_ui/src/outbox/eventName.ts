import type { TFunction } from 'i18next'

/** "MailQueued" in words; one without words, such as a new kind, by its name. */
export function eventName(t: TFunction, name: string): string {
  return t(`names.${name}`, { defaultValue: name })
}
