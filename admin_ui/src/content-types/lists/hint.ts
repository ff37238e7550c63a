import type { TFunction } from 'i18next'

/** What a cell may ask: the fields that the list has read, and what the choices are called. */
export type Shown = {
  values: Record<string, unknown>
  /** Language of the interface. */
  language: string
  t: TFunction
  option: (field: string, value: string) => string
}

export type ListColumn = {
  /** Key of its heading: `columns.<name>` of the lists' messages. */
  name: string
  /** Its share of the width, beside the title's 4. */
  share: number
  show: (shown: Shown) => string
  /** The order that this column shows: a pair of the API's orders. */
  sort?: 'DAY'
  /** Left out first where there is little room, because something else tells it too. */
  isMinor?: boolean
}

/** What the list of one type shows beside title, languages, and who changed it when. */
export type ListHint = {
  /** Fields of the draft that the columns read. */
  values: readonly string[]
  columns: readonly ListColumn[]
  /** Choices by which it can be narrowed. */
  filters: readonly string[]
  /** Shown first, unless the address says otherwise. */
  sort?: 'DAY_DESC' | 'TITLE_ASC'
  /** Whether it tells what is missing. */
  tellsMissing?: boolean
}

export const PLAIN: ListHint = { values: [], columns: [], filters: [] }
