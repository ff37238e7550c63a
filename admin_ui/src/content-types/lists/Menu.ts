import type { ListHint } from './hint'
import { count } from './show'

export const hint: ListHint = {
  values: ['entries'],
  columns: [{ name: 'entries', share: 1, show: count('entries') }],
  filters: [],
}
