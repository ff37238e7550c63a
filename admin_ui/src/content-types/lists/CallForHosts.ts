import type { ListHint } from './hint'
import { count, day } from './show'

export const hint: ListHint = {
  values: ['opens', 'cutoffs'],
  columns: [
    { name: 'opens', share: 1.4, show: day('opens'), sort: 'DAY' },
    { name: 'cutoffs', share: 1, show: count('cutoffs') },
  ],
  filters: [],
  sort: 'DAY_DESC',
}
