import { createElement, type ReactNode } from 'react'
import type { JsonObject } from '../form/store/json'
import { PictureFigure, VideoFigure } from './Figures'
import classes from './RichText.module.css'

type Node = { type?: string; text?: string; attrs?: Record<string, unknown>; marks?: Node[]; content?: Node[] }

const TAGS: Record<string, string> = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
}
const MARKS: Record<string, string> = { bold: 'strong', italic: 'em', code: 'code' }

/** A formatted text as it is, without an editor. Links lead nowhere here. */
export function RichTextView({ doc }: { doc: JsonObject | undefined | null }) {
  return <div className={classes.text}>{children(doc as Node | undefined)}</div>
}

function children(node: Node | undefined): ReactNode[] {
  return (node?.content ?? []).map((child, place) => shown(child, place))
}

function shown(node: Node, key: number): ReactNode {
  const { type = '', attrs = {} } = node
  if (type === 'text') return marked(node, key)
  if (type === 'hardBreak') return <br key={key} />
  if (type === 'horizontalRule') return <hr key={key} />
  if (type === 'image')
    return <PictureFigure key={key} {...(attrs as { file: string; alt: string | null; caption: string | null })} />
  if (type === 'video') return <VideoFigure key={key} {...(attrs as { src: string; caption: string | null })} />
  if (type === 'heading') return createElement(`h${Number(attrs.level) + 1}`, { key }, children(node))
  if (type === 'orderedList') {
    return createElement('ol', { key, start: attrs.start, type: attrs.type ?? undefined }, children(node))
  }
  if (type === 'table') {
    return (
      <table key={key}>
        <tbody>{children(node)}</tbody>
      </table>
    )
  }
  if (type === 'tableCell' || type === 'tableHeader') {
    const spans = { colSpan: Number(attrs.colspan ?? 1), rowSpan: Number(attrs.rowspan ?? 1) }
    return createElement(type === 'tableCell' ? 'td' : 'th', { key, ...spans }, children(node))
  }
  const tag = TAGS[type]
  return tag ? createElement(tag, { key }, children(node)) : children(node)
}

function marked({ text, marks = [] }: Node, key: number): ReactNode {
  return marks.reduceRight<ReactNode>((inner, { type = '' }, place) => {
    if (type === 'link') return createElement('span', { key: `${key}-${place}`, className: classes.link }, inner)
    return createElement(MARKS[type] ?? 'span', { key: `${key}-${place}` }, inner)
  }, text)
}
