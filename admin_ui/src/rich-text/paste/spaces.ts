const BLOCKS = 'p,div,h1,h2,h3,h4,h5,h6,blockquote,li'
const CONTENTS = 'img,table,hr,[data-video],ul,ol'

/** Browsers put a no-break space in place of a plain one at the edge of what is copied. */
export function plainSpaces(body: HTMLElement): void {
  for (const span of body.querySelectorAll('span')) {
    const isReplaced = span.className === 'Apple-converted-space' || span.attributes.length === 0
    if (isReplaced && /^\u00a0+$/.test(span.textContent ?? '')) span.replaceWith(' ')
  }
}

/** Without the empty lines by which pages and Word make distance. */
export function withoutEmptyBlocks(body: HTMLElement): void {
  for (const block of [...body.querySelectorAll(BLOCKS)].reverse()) {
    const isAlone = block.parentElement?.matches('td,th') && block.parentElement.children.length === 1
    if (!isAlone && isBlank(block)) block.remove()
  }
  for (const line of body.querySelectorAll('br')) if (isBetweenBlocks(line)) line.remove()
}

function isBlank(block: Element): boolean {
  return !block.querySelector(CONTENTS) && (block.textContent ?? '').replace(/[\s\u00a0\u200b\ufeff]/g, '') === ''
}

function isBetweenBlocks(line: Element): boolean {
  const isBlock = (one: Element | null) => one?.matches(`${BLOCKS},table,ul,ol,hr`) ?? false
  const isFree = line.parentElement?.localName === 'body' || line.className === 'Apple-interchange-newline'
  return isFree && (isBlock(line.previousElementSibling) || isBlock(line.nextElementSibling) || !line.nextSibling)
}
