import { Link as TipTapLink } from '@tiptap/extension-link'
import { isId, isSafeAddress } from './addresses'

export type LinkTarget = { href: string } | { item: string } | { file: string }
export type LinkAttributes = { href: string | null; item: string | null; file: string | null }

/** All three attributes, as they are stored: one of them is given. */
export function linkAttributes(target: LinkTarget): LinkAttributes {
  return { href: null, item: null, file: null, ...target }
}

/** A link to an address, an item or a file. */
export const Link = TipTapLink.extend({
  inclusive: () => false,

  addAttributes() {
    // What an element says is read by `parseHTML` below, all three together.
    const attribute = { default: null, rendered: false, parseHTML: () => null }
    return { href: attribute, item: attribute, file: attribute }
  },

  parseHTML() {
    return [{ tag: 'a', getAttrs: (element) => targetOf(element) ?? false }]
  },

  renderHTML({ mark }) {
    const { href, item, file } = mark.attrs as LinkAttributes
    if (item) return ['a', { 'data-item': item }, 0]
    if (file) return ['a', { 'data-file': file }, 0]
    return ['a', isSafeAddress(href) ? { href, rel: 'noopener noreferrer' } : {}, 0]
  },
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  isAllowedUri: isSafeAddress,
})

function targetOf(element: HTMLElement): LinkAttributes | null {
  const { item, file } = element.dataset
  if (isId(item)) return linkAttributes({ item })
  if (isId(file)) return linkAttributes({ file })
  const href = element.getAttribute('href')
  return isSafeAddress(href) ? linkAttributes({ href }) : null
}
