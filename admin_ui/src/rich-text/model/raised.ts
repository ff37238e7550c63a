import { Mark } from '@tiptap/core'

/** Signs above or below the line, as in m² and CO₂. */
const raised = (name: string, tag: string, key: string) =>
  Mark.create({
    name,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [key]: () => this.editor.commands.toggleMark(name) }
    },
  })

export const Superscript = raised('superscript', 'sup', 'Mod-.')
export const Subscript = raised('subscript', 'sub', 'Mod-,')
