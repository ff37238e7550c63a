import { Node } from '@tiptap/core'
import { isId, isSafeSource } from './addresses'
import { oneLine } from './texts'

export const LONGEST_ALT = 500
export const LONGEST_CAPTION = 1000

export type ImageAttributes = { file: string; alt: string | null; caption: string | null }
export type VideoAttributes = { src: string; caption: string | null }

// What an element says is read by `parseHTML` of the node, all attributes together.
const required = { rendered: false, isRequired: true, parseHTML: () => null }
const attribute = { default: null, rendered: false, parseHTML: () => null }

/** A picture of the library. `alt` null is the file's own description, "" a decorative picture. */
export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ file: required, alt: attribute, caption: attribute }),
  parseHTML: () => [
    { tag: 'figure[data-image]', getAttrs: (element) => imageOf(element, element.dataset.image) },
    { tag: 'img[data-file]', getAttrs: (element) => imageOf(element, element.dataset.file) },
  ],
  renderHTML({ node }) {
    const { file, alt, caption } = node.attrs as ImageAttributes
    return [
      'figure',
      { 'data-image': file, ...(alt !== null && { 'data-alt': alt }), ...(caption && { 'data-caption': caption }) },
    ]
  },
})

function imageOf({ dataset }: HTMLElement, file: string | undefined): ImageAttributes | false {
  if (!isId(file)) return false
  const alt = dataset.alt === undefined ? null : (oneLine(dataset.alt, LONGEST_ALT) ?? '')
  return { file, alt, caption: oneLine(dataset.caption ?? '', LONGEST_CAPTION) }
}

/** A video at an address of the web. */
export const Video = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ src: required, caption: attribute }),
  parseHTML: () => [{ tag: 'figure[data-video]', getAttrs: videoOf }],
  renderHTML({ node }) {
    const { src, caption } = node.attrs as VideoAttributes
    return ['figure', { 'data-video': src, ...(caption && { 'data-caption': caption }) }]
  },
})

function videoOf({ dataset }: HTMLElement): VideoAttributes | false {
  const src = dataset.video
  return isSafeSource(src) ? { src, caption: oneLine(dataset.caption ?? '', LONGEST_CAPTION) } : false
}
