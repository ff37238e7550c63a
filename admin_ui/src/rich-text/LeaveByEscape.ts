import { Extension } from '@tiptap/core'

/** Tab moves inside tables and lists, so Escape leads out of the text, and Alt-F10 to its toolbar. */
export const LeaveByEscape = Extension.create<{ leave: () => void }>({
  name: 'leaveByEscape',
  addOptions: () => ({ leave: () => undefined }),
  addKeyboardShortcuts() {
    return {
      Escape: () => {
        this.options.leave()
        return true
      },
      'Alt-F10': ({ editor }) => {
        const toolbar = editor.view.dom.closest('[data-rich-text]')?.querySelector('[role="toolbar"]')
        toolbar?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
        return true
      },
    }
  },
})
