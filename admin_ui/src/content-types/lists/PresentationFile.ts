import type { ListHint } from './hint'
import { text } from './show'

export const hint: ListHint = {
  values: ['language', 'licence'],
  columns: [
    { name: 'language', share: 0.8, show: text('language') },
    { name: 'licence', share: 1.2, show: text('licence'), isMinor: true },
  ],
  filters: [],
}
