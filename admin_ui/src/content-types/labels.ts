import { useTranslation } from 'react-i18next'

/** What a field is called: by the messages of the content types, else by its own name. */
export function useLabel(name: string): string {
  const { t } = useTranslation('content-types')
  return t(`fields.${name}`, humanized(name))
}

/** What the form description says about a field, in the language of the interface where that is known. */
export function useHelp({ name, help }: { name: string; help: string }): string | undefined {
  const { t } = useTranslation('content-types')
  return help ? t(`help.${name}`, help) : undefined
}

export function humanized(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
