import type { Row } from '../lists/useRows'
import { type Choice, localesFor, type Verb } from './verbs'

/** One call of the management API about an item. */
export type Call =
  | { name: 'publish' | 'unpublish'; id: string; locales: string[]; targets?: 'TOGETHER'; together?: string[] }
  | { name: 'submit' | 'withdraw' | 'archive' | 'reopen'; id: string; locale: string }
  | { name: 'delete' | 'restore'; id: string }
  | { name: 'share'; id: string; sites: string[] }

/** What is done with an item, and what undoes it: nothing where that cannot be undone. */
export type Step = { row: Row; calls: Call[]; undo: Call[] }

export function stepFor(verb: Verb, row: Row, choice: Choice): Step {
  const locales = localesFor(verb, row).filter((locale) => choice.locales.includes(locale))
  return { row, ...STEPS[verb](row, locales, choice) }
}

type Made = Omit<Step, 'row'>
const each = <Name extends 'submit' | 'withdraw' | 'archive' | 'reopen'>(name: Name, id: string, locales: string[]) =>
  locales.map((locale): Call => ({ name, id, locale }))

const STEPS: Record<Verb, (row: Row, locales: string[], choice: Choice) => Made> = {
  publish: ({ id, states }, locales, { together = [] }) => ({
    calls: [{ name: 'publish', id, locales, ...(together.length > 0 && { targets: 'TOGETHER', together }) }],
    // what visitors saw before is replaced: only what they did not see at all can be taken back
    undo: states.some(({ locale, liveVersion }) => locales.includes(locale) && isLive(liveVersion))
      ? []
      : [{ name: 'unpublish', id, locales }],
  }),
  submit: ({ id }, locales) => ({ calls: each('submit', id, locales), undo: each('withdraw', id, locales) }),
  unpublish: (row, locales) => ({
    calls: [{ name: 'unpublish', id: row.id, locales }],
    undo: locales.every((locale) => isAsLive(row, locale)) ? [{ name: 'publish', id: row.id, locales }] : [],
  }),
  archive: (row, locales) => ({
    calls: each('archive', row.id, locales),
    undo: [...each('reopen', row.id, locales), ...publishAgain(row, locales)],
  }),
  share: ({ id, site, shared }, _locales, { sites }) => ({
    calls: [{ name: 'share', id, sites: [...new Set([...shared, ...sites])].filter((one) => one !== site) }],
    undo: [{ name: 'share', id, sites: shared }],
  }),
  delete: (row) => ({
    calls: [{ name: 'delete', id: row.id }],
    undo: [
      { name: 'restore', id: row.id },
      ...publishAgain(
        row,
        row.states.map(({ locale }) => locale),
      ),
    ],
  }),
}

const isLive = (version: number | null | undefined) => version !== null && version !== undefined

/** Whether publishing it would bring back exactly what visitors see. */
function isAsLive(row: Row, locale: string): boolean {
  const state = row.states.find((one) => one.locale === locale)
  return isLive(state?.liveVersion) && !state?.isChanged
}

function publishAgain(row: Row, locales: string[]): Call[] {
  const live = locales.filter((locale) => isAsLive(row, locale))
  return live.length ? [{ name: 'publish', id: row.id, locales: live }] : []
}
