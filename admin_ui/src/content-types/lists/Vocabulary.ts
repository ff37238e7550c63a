import type { ListHint } from './hint'
import { count, text } from './show'

export const hint: ListHint = {
  values: ['key', 'terms'],
  columns: [
    { name: 'key', share: 1.4, show: text('key') },
    { name: 'terms', share: 0.8, show: count('terms') },
  ],
  filters: [],
  sort: 'TITLE_ASC',
}
