import type { ListHint } from './hint'
import { choice, day } from './show'

export const hint: ListHint = {
  values: ['kind', 'published_at'],
  columns: [
    { name: 'kind', share: 1.4, show: choice('kind') },
    { name: 'publishedAt', share: 1.4, show: day('published_at'), sort: 'DAY' },
  ],
  filters: ['kind'],
}
