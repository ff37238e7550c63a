import type { ListHint } from './hint'
import { country, text } from './show'

export const hint: ListHint = {
  values: ['acronym', 'country'],
  columns: [
    { name: 'acronym', share: 1, show: text('acronym') },
    { name: 'country', share: 1.4, show: country('country') },
  ],
  filters: [],
  sort: 'TITLE_ASC',
}
