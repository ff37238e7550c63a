import type { SiteChoice } from '../content-types/useFrame'
import type { ListRows } from './ListRows'
import type { questionOf, Row } from './useRows'
import type { Selection } from './useSelection'

/** What the bar needs that does something with all chosen rows. */
export type ChosenRows = {
  rows: Row[]
  question: ReturnType<typeof questionOf>
  list: ListRows<Row>
  selection: Selection
  sites: SiteChoice[]
  /** While something is being done the bar stays, though the rows may leave the list. */
  onBusy: (isBusy: boolean) => void
}
