import type { ListHint } from './hint'
import { text } from './show'

export const hint: ListHint = {
  values: ['homepage'],
  columns: [{ name: 'homepage', share: 2, show: text('homepage') }],
  filters: [],
  sort: 'TITLE_ASC',
}
