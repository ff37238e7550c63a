import { useMemo } from 'react'
import type { Path } from '../form/store/paths'

/** The same array as long as it is the same place, so that what is given it is not drawn anew. */
export function usePath(list: Path, ...rest: string[]): Path {
  const key = [...list, ...rest].join('.')
  return useMemo(() => key.split('.'), [key])
}
