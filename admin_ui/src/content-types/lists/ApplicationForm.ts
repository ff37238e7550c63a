import type { ListHint } from './hint'
import { count } from './show'

export const hint: ListHint = {
  values: ['steps'],
  columns: [{ name: 'steps', share: 1, show: count('steps') }],
  filters: [],
}
