import { byArea } from '../byArea'

export const messages = byArea(
  import.meta.glob('../../../{app/palette,app/shell,bulk,creation,home,lists,session,ui}/messages.en.json', {
    eager: true,
    import: 'default',
  }),
)
