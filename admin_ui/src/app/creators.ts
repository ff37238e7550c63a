import { lazy } from 'react'
import type { Creators } from '../creation/creators'

/** Content types of which a new one needs more than a title. */
export const CREATORS: Creators = {
  Site: {
    dialog: lazy(async () => ({ default: (await import('../sites/NewSite')).NewSite })),
    right: 'manage_site',
  },
}
