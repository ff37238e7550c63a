import type { ListedColumn } from '../types'
import { choice, count, country, day, days, listed, type Shown, text } from './show'

/** What a column may show its field by: CELLS in cms/content_types/listing.py. */
const CELLS: Record<string, (field: string) => (shown: Shown) => string> = {
  choice,
  count,
  country,
  day,
  days: () => days,
  listed,
  text,
}

export function cellText({ shows, reads }: ListedColumn, shown: Shown): string {
  const [field = ''] = reads
  return CELLS[shows]?.(field)(shown) ?? ''
}
