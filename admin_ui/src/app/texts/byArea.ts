import type { Messages } from '../../i18n'

/** {"../../../home/messages.en.json": …} as {home: …}: each area has its own messages. */
export function byArea(files: Record<string, Record<string, unknown>>): Messages {
  return Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.split('/').at(-2) ?? path, texts]))
}
