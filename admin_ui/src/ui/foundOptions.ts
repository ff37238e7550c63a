import type { OptionsFilter } from '@mantine/core'

let isFound = (typed: string, label: string) => label.toLowerCase().includes(typed.trim().toLowerCase())

// no first screen waits for the table of letters
void import('../words/folding').then(({ isFoundBy }) => {
  isFound = isFoundBy
})

/** The options of a list that have a word for each word typed; case, accents and scripts do not matter. */
export const foundOptions: OptionsFilter<string | number | boolean> = ({ options, search, limit }) =>
  options
    .map((one) => ('items' in one ? { ...one, items: one.items.filter(({ label }) => isFound(search, label)) } : one))
    .filter((one) => ('items' in one ? one.items.length > 0 : isFound(search, one.label)))
    .slice(0, limit)
