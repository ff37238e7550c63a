const DIALOG = '[role="dialog"]'
const FIELD = [
  'input:not([type=hidden], [type=file], [type=checkbox], [type=radio], [type=range])',
  'textarea',
  'select',
  '[contenteditable=true]',
]
const WANTED = ['[data-autofocus]', FIELD.join()]
const MAIN = '.mantine-Button-root:is(:not([data-variant]), [data-variant=filled])'
const HEAD = '.mantine-Modal-header, .mantine-Drawer-header'

/**
 * The cursor of a dialog that opens goes to its first text field, else to its main button, however late that can be
 * pressed; never to the button that closes it. Ctrl-Enter presses the main button. Answers what ends it.
 */
export function guideDialogs(): () => void {
  let stopWaiting: (() => void) | undefined
  const enter = (event: FocusEvent) => {
    const dialog = dialogEntered(event)
    if (!dialog) return
    stopWaiting?.()
    stopWaiting = focusSoon(dialog)
  }
  document.addEventListener('focusin', enter)
  document.addEventListener('keydown', confirmByKeys, true)
  return () => {
    stopWaiting?.()
    document.removeEventListener('focusin', enter)
    document.removeEventListener('keydown', confirmByKeys, true)
  }
}

/** The dialog whose head, or which itself, got the cursor from outside. */
function dialogEntered({ target, relatedTarget }: FocusEvent): HTMLElement | null {
  const dialog = (target as HTMLElement).closest<HTMLElement>(DIALOG)
  const isFromOutside = dialog && !dialog.contains(relatedTarget as Node | null)
  return isFromOutside && isAtHead(target as HTMLElement, dialog) ? dialog : null
}

const isAtHead = (element: Element | null, dialog: HTMLElement) => element === dialog || element?.closest(HEAD) != null

/** As soon as there is something to focus, unless the person did something before. */
function focusSoon(dialog: HTMLElement): () => void {
  const seen = new MutationObserver(look)
  const stop = () => {
    seen.disconnect()
    document.removeEventListener('keydown', stop)
    document.removeEventListener('pointerdown', stop)
  }
  function look() {
    if (!dialog.isConnected || !isAtHead(document.activeElement, dialog)) return stop()
    const found = wantedIn(dialog)
    if (!found) return
    stop()
    found.focus({ preventScroll: true })
  }
  seen.observe(dialog, { childList: true, subtree: true, attributeFilter: ['disabled', 'data-disabled'] })
  document.addEventListener('keydown', stop)
  document.addEventListener('pointerdown', stop)
  look()
  return stop
}

function wantedIn(dialog: HTMLElement): HTMLElement | undefined {
  const inside = WANTED.flatMap((one) => [...dialog.querySelectorAll<HTMLElement>(one)])
  return inside.find((one) => isUsable(one) && !one.closest(HEAD)) ?? mainButton(dialog)
}

const isUsable = (element: HTMLElement) => !element.matches(':disabled, [data-disabled]')

function mainButton(dialog: HTMLElement): HTMLElement | undefined {
  return [...dialog.querySelectorAll<HTMLElement>(MAIN)].filter(isUsable).at(-1)
}

/** Not Enter alone: in a field it means what it means there. */
function confirmByKeys(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  const dialog = (event.target as HTMLElement).closest<HTMLElement>(DIALOG)
  if (!dialog) return
  event.preventDefault()
  event.stopPropagation()
  mainButton(dialog)?.click()
}
