const TRIES = 600
const PAUSE_MS = 50
const FIELD = 'input:not([type=hidden], [type=file]), textarea, [contenteditable=true]'
export const FORMATTED_TEXT = '[contenteditable=true]'

/**
 * Puts the cursor into what was just added, as soon as it is drawn, unless somebody has gone elsewhere meanwhile.
 * `wanted`: which of its fields, the first one without it.
 */
export function focusInside(id: string, wanted = FIELD, tries = TRIES, from = document.activeElement): void {
  if (document.activeElement !== from && document.activeElement !== document.body) return
  const found = document.getElementById(id)?.querySelector<HTMLElement>(wanted)
  if (found) {
    found.focus()
    found.scrollIntoView({ block: 'center' })
  } else if (tries > 0) window.setTimeout(() => focusInside(id, wanted, tries - 1, from), PAUSE_MS)
}
