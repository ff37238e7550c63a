import { lazy } from 'react'
import { ItemList } from '../../lists/ItemList'

const BulkBar = lazy(async () => ({ default: (await import('../../bulk/BulkBar')).BulkBar }))
const prepare = () => void import('./ItemScreen')

/** A content type's list with what can be done with many at once. */
export function ListScreen() {
  return <ItemList bulk={BulkBar} prepare={prepare} />
}
