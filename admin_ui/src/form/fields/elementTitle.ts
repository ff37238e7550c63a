import { plainText } from '../plainText'
import { isObject, type JsonObject } from '../store/json'

const NAMES = ['title', 'label', 'name', 'heading', 'question', 'slug', 'key', 'day', 'role', 'url', 'number']

/** What a part of a list is called while it is closed: its first text that says something. */
export function elementTitle(element: JsonObject, locale: string): string {
  const texts = [...NAMES.map((name) => element[name]), ...Object.values(element)].map((one) => text(one, locale))
  return texts.find((one) => one !== '' && one !== element.id && one !== element.kind) ?? ''
}

function text(value: unknown, locale: string): string {
  if (typeof value === 'string') return value
  if (!isObject(value)) return ''
  const found = value.type === 'doc' ? value : (value[locale] ?? Object.values(value)[0])
  if (isObject(found) && found.type === 'doc') return plainText(found).split('\n')[0] ?? ''
  return typeof found === 'string' ? found : ''
}
