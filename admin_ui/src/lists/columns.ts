import type { ListedType } from '../content-types/types'
import type { ItemSort } from './gql/graphql'

/** A column's heading and how wide it is; `place` decides what a narrow screen leaves out. */
export type Column = {
  name: string
  /** Whether it is headed by what its type calls the field of this name. */
  isField?: boolean
  share: number
  place: 'title' | 'states' | 'own' | 'minor' | 'changed'
  sort?: string
}

export function columnsOf(type: ListedType | undefined): Column[] {
  return [
    { name: 'title', share: 4, place: 'title', sort: 'TITLE' },
    ...(type?.columns ?? []).map(({ name, share, isDay, isMinor }) => ({
      name,
      isField: true,
      share,
      sort: isDay ? 'DAY' : undefined,
      place: placeOf(isMinor),
    })),
    ...(type?.tellsMissing ? [{ name: 'missing', share: 2.8, place: 'own' as const }] : []),
    { name: 'languages', share: 2, place: 'states' },
    { name: 'changed', share: 2.4, place: 'changed', sort: 'MODIFIED' },
  ]
}

export function placeOf(isMinor: boolean): 'own' | 'minor' {
  return isMinor ? 'minor' : 'own'
}

/** Widths where there is room, and where there is little. */
export function columnWidths(columns: Column[]): React.CSSProperties {
  const few = columns.filter(({ place }) => place !== 'minor' && place !== 'changed')
  return { '--list-columns': widths(columns), '--list-columns-few': widths(few) } as React.CSSProperties
}

function widths(columns: Column[]): string {
  return columns.map(({ share }) => `minmax(0, ${share}fr)`).join(' ')
}

/** What a click on a heading asks for: its natural way first, the other way after that. */
export function nextSort(pair: string, now: ItemSort): ItemSort {
  const [first, second] = pair === 'TITLE' ? ['ASC', 'DESC'] : ['DESC', 'ASC']
  return `${pair}_${now === `${pair}_${first}` ? second : first}` as ItemSort
}

export function sortedAs(pair: string | undefined, now: ItemSort): 'ascending' | 'descending' | undefined {
  if (!pair || !now.startsWith(`${pair}_`)) return undefined
  return now.endsWith('_ASC') ? 'ascending' : 'descending'
}
