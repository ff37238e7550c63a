import { byArea } from '../byArea'

export const messages = byArea(
  import.meta.glob(
    ['../../*/messages.cs.json', '!../../{bulk,commands,content-types,home,lists,session,shell,ui}/messages.cs.json'],
    { eager: true, import: 'default' },
  ),
)
