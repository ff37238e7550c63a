import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { changedField } from './store/changedField'
import type { DraftStore } from './store/DraftStore'

const NEWS = 'undo'
const NEWS_MS = 3000

/**
 * Ctrl-Z takes back what was done last in the form, Ctrl-Shift-Z or Ctrl-Y does it again. A text in which one is typing
 * takes back what was typed there first.
 */
export function useUndoKeys(draft: DraftStore, isOff: boolean): void {
  const { t } = useTranslation('form')
  useEffect(() => {
    if (isOff) return
    let typedIn: EventTarget | null = null
    const note = ({ target }: Event) => {
      typedIn = target
    }
    const leave = () => {
      typedIn = null
    }
    const press = (event: KeyboardEvent) => {
      const way = wayOf(event)
      if (!way || event.defaultPrevented || isElsewhere(event.target, typedIn)) return
      event.preventDefault()
      const step = draft[way]()
      if (!step) return
      document.getElementById(`field-${changedField(step)}`)?.scrollIntoView({ block: 'nearest' })
      notifications.hide(NEWS)
      notifications.show({
        id: NEWS,
        autoClose: NEWS_MS,
        message: t(way === 'undo' ? 'undone' : 'redone'),
        withCloseButton: false,
      })
    }
    document.addEventListener('input', note)
    document.addEventListener('focusin', leave)
    window.addEventListener('keydown', press)
    return () => {
      document.removeEventListener('input', note)
      document.removeEventListener('focusin', leave)
      window.removeEventListener('keydown', press)
    }
  }, [draft, isOff, t])
}

/** By the letter; where the keyboard writes no Latin ones, by the place of the key. */
function wayOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace('Key', '').toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null
}

/** A dialog, or a plain text in which something was typed, has an undo of its own. */
function isElsewhere(target: EventTarget | null, typedIn: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('[role="dialog"]')) return true
  return target.matches('input, textarea') && target === typedIn
}
