/** Lists as Word writes them: paragraphs whose style names a level, and a first span that holds the bullet or number. */

const LEVEL = /\blevel([1-9])\b/i
const NUMBER = /^\(?([0-9]{1,4}|[a-z]|[ivxlcdm]+)[.)]/i

type Open = { list: HTMLElement; level: number }

export function wordLists(body: HTMLElement): void {
  let open: Open[] = []
  let before: Element | null = null
  // Numbered headings stay headings: their number is no part of their text.
  for (const heading of body.querySelectorAll<HTMLElement>('h1,h2,h3,h4,h5,h6')) takeMarker(heading)
  for (const paragraph of body.querySelectorAll<HTMLElement>('p')) {
    const level = levelOf(paragraph)
    if (level === null && isSecond(paragraph) && before !== null && follows(paragraph, before)) {
      open.at(-1)?.list.lastElementChild?.append(paragraph)
      continue
    }
    if (level === null) continue
    if (before === null || !follows(paragraph, before)) open = []
    const marker = takeMarker(paragraph)
    open = placed(paragraph, level, marker, open)
    before = open[0]?.list ?? null
  }
}

function levelOf(paragraph: HTMLElement): number | null {
  const listed = /mso-list\s*:\s*([^;]+)/i.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? ''
  const level = LEVEL.exec(listed)?.[1]
  return level ? Number(level) : null
}

/** Between or after items without a number of its own: it belongs to the item before. */
function isSecond(paragraph: HTMLElement): boolean {
  return /^MsoListParagraphCxSp(?:Middle|Last)/.test(paragraph.className)
}

/** The list goes on where nothing but space is between. */
function follows(paragraph: Element, list: Element): boolean {
  return paragraph.previousElementSibling === list
}

function takeMarker(paragraph: HTMLElement): string {
  const span = [...paragraph.querySelectorAll('span')].find((one) =>
    /mso-list\s*:\s*ignore/i.test(one.getAttribute('style') ?? ''),
  )
  span?.remove()
  return (span?.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim()
}

function placed(paragraph: HTMLElement, level: number, marker: string, open: Open[]): Open[] {
  const number = NUMBER.exec(marker)?.[1]
  const name = number ? 'ol' : 'ul'
  const kept = open.filter((one) => one.level < level || (one.level === level && one.list.localName === name))
  const same = kept.find((one) => one.level === level)
  const item = document.createElement('li')
  if (same) {
    paragraph.replaceWith(item)
    same.list.append(item)
  } else {
    const list = newList(name, number)
    const outer = kept.at(-1)?.list.lastElementChild
    if (outer) {
      paragraph.remove()
      outer.append(list)
    } else paragraph.replaceWith(list)
    list.append(item)
    kept.push({ list, level })
  }
  const text = document.createElement('p')
  text.append(...paragraph.childNodes)
  item.append(text)
  return kept
}

function newList(name: string, number: string | undefined): HTMLElement {
  const list = document.createElement(name)
  if (number && /^[0-9]+$/.test(number) && number !== '1') list.setAttribute('start', number)
  else if (number && /^[a-z]$/.test(number) && number !== 'i') list.setAttribute('type', 'a')
  else if (number && /^[ivx]+$/.test(number)) list.setAttribute('type', 'i')
  else if (number && /^[A-Z]$/.test(number) && number !== 'I') list.setAttribute('type', 'A')
  else if (number && /^[IVX]+$/.test(number)) list.setAttribute('type', 'I')
  return list
}
