import { useEffect, useRef } from 'react'

export type ListKeys = {
  move: (step: number) => void
  go: (place: 'first' | 'last') => void
  select: () => void
  open: () => void
  search: () => void
  create: () => void
  help: () => void
  clear: () => void
}

const WRITING = 'input:not([type=checkbox]), textarea, select, [contenteditable=true]'
const OVER = '[role=dialog], [role=menu], [role=listbox]'

/** Lists are worked on by single keys, unless somebody writes, or looks at something that lies over the list. */
export function useListKeys(keys: ListKeys): void {
  const current = useRef(keys)
  current.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
      const act = actionOf(event, current.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}

function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector(OVER)) return true
  return target instanceof Element && target.closest(WRITING) !== null
}

function actionOf({ key, target }: KeyboardEvent, keys: ListKeys): (() => void) | undefined {
  const actions: Record<string, () => void> = {
    j: () => keys.move(1),
    ArrowDown: () => keys.move(1),
    k: () => keys.move(-1),
    ArrowUp: () => keys.move(-1),
    x: keys.select,
    '/': keys.search,
    n: keys.create,
    '?': keys.help,
  }
  if (key in actions) return actions[key]
  // what has the focus answers to these itself, but for the list
  const isInList = !(target instanceof Element) || target === document.body || target.closest('[role=grid]') !== null
  const inList: Record<string, () => void> = {
    Home: () => keys.go('first'),
    End: () => keys.go('last'),
    Escape: keys.clear,
    ...(target === document.body ? { Enter: keys.open } : {}),
  }
  return isInList ? inList[key] : undefined
}
