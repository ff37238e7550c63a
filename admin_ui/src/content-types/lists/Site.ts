import type { ListHint } from './hint'
import { listed, text } from './show'

export const hint: ListHint = {
  values: ['key', 'domains'],
  columns: [
    { name: 'key', share: 1, show: text('key') },
    { name: 'domains', share: 2, show: listed('domains') },
  ],
  filters: [],
  sort: 'TITLE_ASC',
}
