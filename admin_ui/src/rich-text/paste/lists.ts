const LISTS = 'ul,ol'

/** Lists inside lists stand in the item before them, where Google Docs and old pages put them beside it. */
export function nestLists(body: HTMLElement): void {
  onlineWordLists(body)
  for (const list of body.querySelectorAll(LISTS)) {
    const outer = list.parentElement
    if (!outer?.matches(LISTS)) continue
    const before = list.previousElementSibling
    if (before?.localName === 'li') before.append(list)
    else list.replaceWith(...list.childNodes)
  }
}

/** Word in the browser gives each item a list of its own, with its level in `data-aria-level`. */
function onlineWordLists(body: HTMLElement): void {
  const items = [...body.querySelectorAll<HTMLElement>('.ListContainerWrapper li[data-aria-level]')]
  const open: { list: Element; wrapper: Element }[] = []
  for (const item of items) {
    const wrapper = item.closest('.ListContainerWrapper')
    const own = item.parentElement
    if (!wrapper || !own) continue
    const level = Number(item.dataset.ariaLevel) || 1
    const follows = open[0] !== undefined && wrapper.previousElementSibling === open[0].wrapper
    open.length = follows ? Math.min(open.length, level) : 0
    const same = open[level - 1]
    const outer = open.at(-1)
    if (same && same.list.localName === own.localName) {
      same.list.append(item)
      wrapper.remove()
    } else if (same || !outer) {
      open.length = 0
      wrapper.replaceWith(own)
      open.push({ list: own, wrapper: own })
    } else {
      outer.list.lastElementChild?.append(own)
      wrapper.remove()
      open.push({ list: own, wrapper: outer.wrapper })
    }
  }
}
