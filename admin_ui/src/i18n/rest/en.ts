import { byArea } from '../byArea'

export const messages = byArea(
  import.meta.glob(
    ['../../*/messages.en.json', '!../../{bulk,commands,content-types,home,lists,session,shell,ui}/messages.en.json'],
    { eager: true, import: 'default' },
  ),
)
