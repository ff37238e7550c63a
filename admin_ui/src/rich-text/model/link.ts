import { Link as TipTapLink } from '@tiptap/extension-link'
import { isFragment, isId, isSafeAddress } from './addresses'

type Place = { fragment?: string | null }
export type LinkTarget = { href: string } | ({ item: string } & Place) | ({ file: string } & Place)
export type LinkAttributes = { href: string | null; item: string | null; file: string | null; fragment: string | null }

/** All attributes, as they are stored: one of the first three is given, with `fragment` where it leads to a heading. */
export function linkAttributes(target: LinkTarget): LinkAttributes {
  return { href: null, item: null, file: null, fragment: null, ...target }
}

/** A link to an address, an item or a file. */
export const Link = TipTapLink.extend({
  inclusive: () => false,

  addAttributes() {
    // What an element says is read by `parseHTML` below, all together.
    const attribute = { default: null, rendered: false, parseHTML: () => null }
    return { href: attribute, item: attribute, file: attribute, fragment: attribute }
  },

  parseHTML() {
    return [{ tag: 'a', getAttrs: (element) => targetOf(element) ?? false }]
  },

  renderHTML({ mark }) {
    const { href, item, file, fragment } = mark.attrs as LinkAttributes
    const place = fragment ? { href: `#${fragment}` } : {}
    if (item) return ['a', { 'data-item': item, ...place }, 0]
    if (file) return ['a', { 'data-file': file, ...place }, 0]
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
  const href = element.getAttribute('href')
  const part = href?.split('#')[1]
  const fragment = isFragment(part) ? part : null
  if (isId(item)) return linkAttributes({ item, fragment })
  if (isId(file)) return linkAttributes({ file, fragment })
  return isSafeAddress(href) ? linkAttributes({ href }) : null
}
