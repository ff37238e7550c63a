import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/** What a field is called in a form of `type`: as that type says, else as all do, else by its own name. */
export function useLabel(name: string, type: string): string {
  const { t } = useTranslation('content-types')
  return labelOf(t, name, type)
}

export function labelOf(t: TFunction<'content-types'>, name: string, type: string): string {
  return t([`of.${type}.fields.${name}`, `fields.${name}`], humanized(name))
}

/** The same where there is little room: above a column, at a filter. */
export function useShortLabels(type: string): (name: string) => string {
  const { t } = useTranslation('content-types')
  return (name) => t([`of.${type}.short.${name}`, `of.${type}.fields.${name}`, `fields.${name}`], humanized(name))
}

/** What the form description says about a field, in the language of the interface where that is known. */
export function useHelp({ name, help }: { name: string; help: string }, type: string): string | undefined {
  const { t } = useTranslation('content-types')
  return help ? t([`of.${type}.help.${name}`, `help.${name}`], help) : undefined
}

export function humanized(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
