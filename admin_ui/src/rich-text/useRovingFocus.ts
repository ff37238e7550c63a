import { type FocusEvent, type KeyboardEvent, useCallback, useEffect, useRef } from 'react'

const STEPS: Record<string, (place: number, count: number) => number> = {
  ArrowRight: (place, count) => (place + 1) % count,
  ArrowLeft: (place, count) => (place + count - 1) % count,
  Home: () => 0,
  End: (_place, count) => count - 1,
}

/** A toolbar as screen readers expect it: one of its buttons is reached by Tab, the others by arrow keys. */
export function useRovingFocus(leave: () => void) {
  const toolbar = useRef<HTMLDivElement>(null)
  const buttons = useCallback(() => [...(toolbar.current?.querySelectorAll('button') ?? [])], [])
  const choose = useCallback(
    (chosen: Element | undefined) => {
      for (const one of buttons()) one.tabIndex = one === chosen ? 0 : -1
    },
    [buttons],
  )
  // Without dependencies: the buttons set their own tabIndex whenever they are drawn
  useEffect(() => choose(buttons().find((one) => one === document.activeElement) ?? buttons()[0]))

  function onKeyDown(event: KeyboardEvent) {
    const all = buttons()
    const place = all.indexOf(event.target as HTMLButtonElement)
    if (place < 0) return
    if (event.key === 'Escape') {
      event.preventDefault()
      leave()
    }
    const next = all[STEPS[event.key]?.(place, all.length) ?? -1]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return { ref: toolbar, onKeyDown, onFocus: (event: FocusEvent) => choose(event.target) }
}
