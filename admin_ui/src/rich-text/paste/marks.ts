/** Elements whose style says what Word and Google Docs mean: there <b style="font-weight: normal"> is not bold. The same
 * as in `cms/content/richtext/html_meaning.py`; `meaning.json` has texts that both are tried with. */
const BOLD_TAGS = ['b', 'strong']
const ITALIC_TAGS = ['i', 'em', 'cite', 'dfn', 'var']
const STRUCK_TAGS = ['s', 'strike', 'del']
const STYLED = ['span', 'font', 'a', 'u', 'ins', ...BOLD_TAGS, ...ITALIC_TAGS, ...STRUCK_TAGS, 'sup', 'sub'].join()
const BOLD = /^(?:bold|bolder|[6-9]00)$/
const NORMAL_WEIGHT = /^(?:normal|lighter|[1-5]00)$/

/** Bold, italic, struck, raised and lowered by style become elements; those that the style takes back go. */
export function marksFromStyles(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll<HTMLElement>(STYLED)].reverse()) replace(element, meant(element))
  // A heading is strong as it is.
  for (const mark of body.querySelectorAll('h1 strong,h2 strong,h3 strong,h4 strong,h5 strong,h6 strong')) {
    mark.replaceWith(...mark.childNodes)
  }
}

function meant(element: HTMLElement): string[] {
  const tag = element.localName
  const weight = styleOf(element, 'font-weight')
  const slant = styleOf(element, 'font-style')
  const lines = `${styleOf(element, 'text-decoration')} ${styleOf(element, 'text-decoration-line')}`.split(' ')
  const isBold = BOLD.test(weight) || (BOLD_TAGS.includes(tag) && !NORMAL_WEIGHT.test(weight))
  const isItalic = /^(?:italic|oblique)$/.test(slant) || (ITALIC_TAGS.includes(tag) && slant !== 'normal')
  const isStruck = lines.includes('line-through') || (STRUCK_TAGS.includes(tag) && !lines.includes('none'))
  const marks = { strong: isBold, em: isItalic, s: isStruck, [raised(element)]: true }
  return Object.entries(marks).flatMap(([name, isMeant]) => (isMeant && name ? [name] : []))
}

/** "sup", "sub" or "" */
function raised(element: HTMLElement): string {
  const height = styleOf(element, 'vertical-align')
  if (height === 'super') return 'sup'
  if (height === 'sub') return 'sub'
  return /^su[pb]$/.test(element.localName) && height !== 'baseline' ? element.localName : ''
}

function replace(element: HTMLElement, names: string[]): void {
  const isLink = element.localName === 'a'
  const children = [...element.childNodes]
  const holdsBlocks = element.querySelector('p,div,ul,ol,table,h1,h2,h3,h4,h5,h6,blockquote') !== null
  const marks = holdsBlocks ? [] : names.map((name) => document.createElement(name))
  marks.reduce<Element | null>((outer, mark) => {
    outer?.append(mark)
    return mark
  }, null)
  marks.at(-1)?.append(...children)
  const inside = marks[0] ? [marks[0]] : children
  if (isLink) element.replaceChildren(...inside)
  else element.replaceWith(...inside)
}

function styleOf(element: HTMLElement, name: string): string {
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]+)`, 'i').exec(element.getAttribute('style') ?? '')
  return found?.[1]?.trim().toLowerCase() ?? ''
}
