import { Extension } from '@tiptap/core'

/**
 * Tab moves inside tables and lists, so Escape leads out of the text, and Alt-F10 to its toolbar. Ctrl-K makes a link of
 * selected words; where none are it is left to the palette.
 */
export const LeaveByEscape = Extension.create<{ leave: () => void; link: () => void }>({
  name: 'leaveByEscape',
  addOptions: () => ({ leave: () => undefined, link: () => undefined }),
  addKeyboardShortcuts() {
    return {
      Escape: () => {
        this.options.leave()
        return true
      },
      'Mod-k': ({ editor }) => {
        // the page's own selection: the editor hears of it a moment later, and people are quicker
        if (editor.state.selection.empty && getSelection()?.isCollapsed && !editor.isActive('link')) return false
        this.options.link()
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
