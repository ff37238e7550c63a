import type { ListedType } from '../content-types/types'

/** A content type as the server tells of it. */
export function listedType(name: string, given: Partial<ListedType> = {}): ListedType {
  return {
    name,
    group: 'content',
    icon: 'file',
    screen: '',
    columns: [],
    filters: [],
    order: '',
    tellsMissing: false,
    homePlace: null,
    beginsWith: {},
    beginsToday: [],
    face: '',
    named: null,
    ...given,
  }
}
