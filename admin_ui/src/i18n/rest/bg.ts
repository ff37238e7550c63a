import { byArea } from '../byArea'

export const messages = byArea(
  import.meta.glob(
    ['../../*/messages.bg.json', '!../../{bulk,commands,content-types,home,lists,session,shell,ui}/messages.bg.json'],
    { eager: true, import: 'default' },
  ),
)
