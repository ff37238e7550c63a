import { byArea } from '../byArea'

export const messages = byArea(
  import.meta.glob(
    [
      '../../../**/messages.bg.json',
      '!../../../{app/palette,app/shell,bulk,creation,home,lists,session,ui}/messages.bg.json',
    ],
    { eager: true, import: 'default' },
  ),
)
