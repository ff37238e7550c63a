import { useTranslation } from 'react-i18next'
import { humanized } from '../content-types/labels'
import { languageName } from '../i18n/format'
import { elementTitle } from './fields/elementTitle'
import { isObject, type Json, type JsonObject } from './store/json'

/** How a place in an item is called, such as "Programme › Day 1 › Title"; elements by what they are called themselves. */
export function usePathName(): (at: string, data: Json, language: string) => string {
  const { t } = useTranslation(['form', 'content-types'])
  return (at, data, language) => {
    if (at === '') return t('item')
    if (at === 'slugs') return t('slug')
    const parts = at.split('.')
    return parts.map((part, place) => nameOf(part, parts.slice(0, place), data, language)).join(' › ')
  }

  function nameOf(part: string, before: string[], data: Json, language: string): string {
    const holder = before.reduce<Json>(step, data)
    const list = Array.isArray(holder) ? holder : localizedList(holder, language)
    if (!list) return isField(part) ? t(`content-types:fields.${part}`, humanized(part)) : t('part')
    const place = list.findIndex((one) => isObject(one) && one.id === part)
    const found = list[place]
    return isObject(found)
      ? elementTitle(found as JsonObject, language) || t('entry', { number: place + 1 })
      : t('part')
  }
}

/** With the language, where the value belongs to one. */
export function withLanguage(name: string, locale: string | null | undefined): string {
  return locale ? `${name} (${languageName(locale)})` : name
}

const isField = (part: string) => /^[a-z_][a-z0-9_]*$/.test(part)

function step(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.find((one) => isObject(one) && one.id === name)
  return isObject(value) ? value[name] : undefined
}

function localizedList(value: Json, language: string): Json[] | undefined {
  const found = isObject(value) ? value[language] : undefined
  return Array.isArray(found) ? found : undefined
}
