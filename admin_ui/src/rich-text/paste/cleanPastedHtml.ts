import { isId, isSafeSource } from '../model/addresses'
import { watchAddress } from '../model/videos'
import { cleanLinks } from './links'
import { nestLists } from './lists'
import { marksFromStyles } from './marks'
import { OWN_COPY } from './ownCopy'
import { plainSpaces, withoutEmptyBlocks } from './spaces'
import { withoutEmptyRows } from './tableRows'
import { wordLists } from './wordLists'

/** `dropped`: how many pictures of elsewhere are not taken over. */
export type Cleaned = { html: string; dropped: number }

const SKIPPED =
  'script,style,meta,link,title,template,noscript,textarea,select,button,input,svg,math,object,embed,applet,audio,canvas,head'
const HIDDEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i
/** Comments of Word, and the marks in the text that lead to them. */
const WORD_COMMENTS =
  '.MsoCommentReference,.MsoCommentText,.MsoCommentSubject,.msocomanchor,a[href*="#_msocom"],a[name^="_msocom"],a[name^="_msoanchor"]'
const WORD_COMMENT_LISTS = /mso-element\s*:\s*comment/i

/** HTML of the clipboard, from Word, Google Docs or a web page, with nothing left but what our texts are made of. */
export function cleanPastedHtml(html: string): Cleaned {
  // What an editor of ours put there is clean, and says more than HTML can.
  if (html.includes('data-pm-slice') && html.includes(OWN_COPY)) return { html, dropped: 0 }
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  const isWord = /class=["']?Mso|urn:schemas-microsoft-com|mso-/i.test(html)
  dropInvisible(body, isWord)
  plainSpaces(body)
  wordLists(body)
  nestLists(body)
  marksFromStyles(body)
  cleanLinks(body)
  takeVideos(body)
  const dropped = dropPictures(body)
  plainTables(body)
  preformatted(body)
  withoutEmptyBlocks(body)
  dropAttributes(body)
  return { html: body.innerHTML, dropped }
}

function dropInvisible(body: HTMLElement, isWord: boolean): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const one of comments) one.parentNode?.removeChild(one)
  const gone = [...body.querySelectorAll(isWord ? `${SKIPPED},${WORD_COMMENTS}` : SKIPPED)]
  const styled = [...body.querySelectorAll('[style],[hidden]')].filter((one) => isHidden(one))
  for (const one of [...gone, ...styled]) one.remove()
  // Word's own elements, such as o:p, hold nothing but a space that keeps a line open.
  for (const one of body.querySelectorAll('*')) if (one.localName.startsWith('o:')) one.remove()
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? ''
  return element.hasAttribute('hidden') || HIDDEN.test(style) || WORD_COMMENT_LISTS.test(style)
}

/** Players of YouTube and Vimeo become videos. */
function takeVideos(body: HTMLElement): void {
  for (const frame of body.querySelectorAll('iframe,video')) {
    const source = frame.getAttribute('src') ?? frame.querySelector('source')?.getAttribute('src') ?? ''
    const address = watchAddress(source) ?? (frame.localName === 'video' ? source : '')
    if (isSafeSource(address)) {
      const video = document.createElement('figure')
      video.dataset.video = address
      frame.replaceWith(video)
    } else frame.remove()
  }
}

function dropPictures(body: HTMLElement): number {
  let dropped = 0
  for (const picture of body.querySelectorAll('img')) {
    if (isId(picture.dataset.file)) takeCaption(picture)
    else {
      const sign = emoji(picture)
      if (!sign && !isTiny(picture)) dropped += 1
      dropPicture(picture, sign)
    }
  }
  return dropped
}

function dropPicture(picture: HTMLElement, instead: string): void {
  const figure = picture.closest('figure')
  picture.replaceWith(instead)
  if (figure && !figure.querySelector('img,table,blockquote,[data-video]')) figure.remove()
}

/** A picture of ours on a page of ours: what stands below it there is its caption. */
function takeCaption(picture: HTMLElement): void {
  const figure = picture.closest('figure')
  const caption = figure?.querySelector('figcaption')
  if (caption?.textContent) picture.dataset.caption = caption.textContent
  if (picture.getAttribute('alt') === '') picture.dataset.alt = ''
  figure?.replaceWith(picture)
}

function emoji(picture: HTMLElement): string {
  const alt = picture.getAttribute('alt') ?? ''
  return /^\p{Emoji_Presentation}|^\p{Emoji}\ufe0f/u.test(alt) && alt.length < 16 ? alt : ''
}

function isTiny(picture: HTMLElement): boolean {
  return ['width', 'height'].some((name) => Number(picture.getAttribute(name) ?? Number.NaN) <= 2)
}

/** Heads of tables have header cells; tables of one cell are there for the looks only. */
function plainTables(body: HTMLElement): void {
  for (const cell of body.querySelectorAll('thead td')) {
    const header = document.createElement('th')
    for (const name of ['colspan', 'rowspan']) {
      const value = cell.getAttribute(name)
      if (value) header.setAttribute(name, value)
    }
    header.append(...cell.childNodes)
    cell.replaceWith(header)
  }
  for (const table of body.querySelectorAll('table')) {
    withoutEmptyRows(table)
    const cells = table.querySelectorAll('td,th')
    if (cells.length === 1 && cells[0]) table.replaceWith(...cells[0].childNodes)
    else for (const caption of table.querySelectorAll('caption')) table.before(asParagraph(caption))
  }
}

function asParagraph(element: Element): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.append(...element.childNodes)
  element.remove()
  return paragraph
}

/** Programs and other preformatted texts keep their lines. */
function preformatted(body: HTMLElement): void {
  for (const block of body.querySelectorAll('pre')) {
    const paragraph = document.createElement('p')
    const lines = (block.textContent ?? '').replace(/\n$/, '').split('\n')
    lines.forEach((line, place) => {
      const code = document.createElement('code')
      code.textContent = line.replace(/\t/g, '    ').replace(/^ +| {2,}/g, (run) => '\u00a0'.repeat(run.length))
      paragraph.append(...(place > 0 ? [document.createElement('br')] : []), code)
    })
    block.replaceWith(paragraph)
  }
}

const KEPT = [
  'href',
  'colspan',
  'rowspan',
  'start',
  'type',
  'data-item',
  'data-file',
  'data-alt',
  'data-caption',
  'data-video',
]

function dropAttributes(body: HTMLElement): void {
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (!KEPT.includes(name)) element.removeAttribute(name)
  }
}
