import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

type Creator = {
  /** Asked instead of what is asked for every other type. */
  dialog: LazyExoticComponent<ComponentType<{ onClose: () => void }>>
  /** Needed on all sites. */
  right: string
}

/** Content types of which a new one needs more than a title. */
export const CREATORS: Record<string, Creator> = {
  Site: {
    dialog: lazy(async () => ({ default: (await import('../sites/NewSite')).NewSite })),
    right: 'manage_site',
  },
}
