import { isObject, type Json, type JsonObject } from '../form/store/json'

/** What a formatted text holds besides words, or leads to. `id` of the item or file, `address` of anything else. */
export type Figure = {
  kind: 'image' | 'video' | 'file' | 'item' | 'href'
  id?: string
  address?: string
  /** A heading of the item, or a page of the file. */
  fragment?: string
  /** Of a picture: null where that of the file is taken, "" where it only decorates. */
  alt?: string | null
  caption?: string
}

/** In the order of the text; a link counts once however many words it has. */
export function figuresOf(value: Json): Figure[] {
  return distinct(nodesOf(value).flatMap((node) => [...mediaIn(node), ...linksOn(node)]))
}

/** What only one of two texts has: [taken out, put in]. */
export function changedFigures(before: Json, after: Json): [Figure[], Figure[]] {
  const [old, fresh] = [figuresOf(before), figuresOf(after)]
  return [without(old, fresh), without(fresh, old)]
}

export const keyOf = (figure: Figure) => JSON.stringify(figure)

function without(figures: Figure[], others: Figure[]): Figure[] {
  const known = new Set(others.map(keyOf))
  return figures.filter((one) => !known.has(keyOf(one)))
}

function distinct(figures: Figure[]): Figure[] {
  return [...new Map(figures.map((one) => [keyOf(one), one])).values()]
}

function nodesOf(value: Json): JsonObject[] {
  if (!isObject(value)) return []
  return [value, ...(Array.isArray(value.content) ? value.content.flatMap(nodesOf) : [])]
}

function mediaIn({ type, attrs }: JsonObject): Figure[] {
  if (!isObject(attrs)) return []
  const caption = attrs.caption ? { caption: String(attrs.caption) } : {}
  if (type === 'image') return [{ kind: 'image', id: String(attrs.file), alt: textOf(attrs.alt), ...caption }]
  return type === 'video' ? [{ kind: 'video', address: String(attrs.src), ...caption }] : []
}

function linksOn({ marks }: JsonObject): Figure[] {
  const links = Array.isArray(marks) ? marks.filter((one) => isObject(one) && one.type === 'link') : []
  return links.flatMap(({ attrs }) => (isObject(attrs) ? leadingTo(attrs) : []))
}

function leadingTo({ item, file, href, fragment }: JsonObject): Figure[] {
  const place = typeof fragment === 'string' ? { fragment } : {}
  if (typeof item === 'string') return [{ kind: 'item', id: item, ...place }]
  if (typeof file === 'string') return [{ kind: 'file', id: file, ...place }]
  return typeof href === 'string' ? [{ kind: 'href', address: href }] : []
}

const textOf = (value: Json) => (typeof value === 'string' ? value : null)
