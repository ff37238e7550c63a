import { isEmpty, isObject, type Json } from './store/json'

const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'blockquote', 'tableRow', 'codeBlock'])

/** A value as the words that people read in it: formatted text without its formatting, lists line by line. */
export function plainText(value: Json): string {
  if (isEmpty(value)) return ''
  if (Array.isArray(value)) return value.map(plainText).filter(Boolean).join('\n')
  if (!isObject(value)) return String(value)
  if (value.type === 'doc')
    return richText(value)
      .replace(/\n{2,}/g, '\n')
      .trim()
  const words = Object.entries(value).filter(([name]) => name !== 'id' && name !== 'kind')
  return words
    .map(([, one]) => plainText(one))
    .filter(Boolean)
    .join('\n')
}

function richText(node: Json): string {
  if (!isObject(node)) return ''
  if (node.type === 'text') return String(node.text ?? '')
  if (node.type === 'hardBreak') return '\n'
  const inner = Array.isArray(node.content) ? node.content.map(richText).join('') : ''
  return BLOCKS.has(String(node.type)) ? `${inner}\n` : inner
}
