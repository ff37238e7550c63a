import type { TFunction } from 'i18next'

/** "item.published" in words; one that is newer than this program by its name. */
export function eventName(t: TFunction, name: string): string {
  return t(`events.${key(name)}`, { defaultValue: name })
}

export function eventHint(t: TFunction, name: string): string {
  return t(`eventHints.${key(name)}`, { defaultValue: '' })
}

/** A dot leads deeper into the messages. */
function key(name: string): string {
  return name.replaceAll('.', '_')
}
