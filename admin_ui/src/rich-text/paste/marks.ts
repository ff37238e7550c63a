/** Elements whose style says what Word and Google Docs mean: there <b style="font-weight: normal"> is not bold. */
const STYLED = 'span,font,b,strong,i,em'
const BOLD = /^(?:bold|bolder|[6-9]00)$/
const NORMAL_WEIGHT = /^(?:normal|lighter|[1-5]00)$/

/** Bold and italic by style become elements; those that the style takes back go. */
export function marksFromStyles(body: HTMLElement): void {
  for (const element of [...body.querySelectorAll<HTMLElement>(STYLED)].reverse()) {
    const weight = styleOf(element, 'font-weight')
    const slant = styleOf(element, 'font-style')
    const isBold = BOLD.test(weight) || (/^(?:b|strong)$/.test(element.localName) && !NORMAL_WEIGHT.test(weight))
    const isItalic = /italic|oblique/.test(slant) || (/^(?:i|em)$/.test(element.localName) && slant !== 'normal')
    replace(element, [...(isBold ? ['strong'] : []), ...(isItalic ? ['em'] : [])])
  }
  // A heading is strong as it is.
  for (const mark of body.querySelectorAll('h1 strong,h2 strong,h3 strong,h4 strong,h5 strong,h6 strong')) {
    mark.replaceWith(...mark.childNodes)
  }
}

function replace(element: HTMLElement, names: string[]): void {
  const children = [...element.childNodes]
  const holdsBlocks = element.querySelector('p,div,ul,ol,table,h1,h2,h3,h4,h5,h6,blockquote') !== null
  const [outer, ...inner] = names.map((name) => document.createElement(name))
  if (!outer || holdsBlocks) {
    element.replaceWith(...children)
    return
  }
  const innermost = inner[0] ?? outer
  if (innermost !== outer) outer.append(innermost)
  innermost.append(...children)
  element.replaceWith(outer)
}

function styleOf(element: HTMLElement, name: string): string {
  const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]+)`, 'i').exec(element.getAttribute('style') ?? '')
  return found?.[1]?.trim().toLowerCase() ?? ''
}
