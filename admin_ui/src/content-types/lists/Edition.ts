import type { ListHint } from './hint'
import { country, days } from './show'

export const hint: ListHint = {
  values: ['country', 'start', 'end', 'tentative', 'cancelled'],
  columns: [
    { name: 'country', share: 1.5, show: country('country'), isMinor: true },
    { name: 'days', share: 2, show: days, sort: 'DAY' },
  ],
  filters: ['mode'],
  sort: 'DAY_DESC',
  tellsMissing: true,
}
