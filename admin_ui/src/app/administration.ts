import {
  type Icon,
  IconArrowForwardUp,
  IconHistory,
  IconListCheck,
  IconMail,
  IconRocket,
  IconTransfer,
  IconTrash,
  IconUsers,
  IconWebhook,
} from '@tabler/icons-react'
import { hasRight, type RightsThere } from '../session/rights'

/** A screen of administration. `right` is needed on some site, or with `everywhere` on all sites. */
export type AdministrationEntry = {
  to: string
  /** Key of its name in the menu, with the namespace of its area: "people:title". */
  label: string
  icon: Icon
  right: string
  everywhere?: boolean
}

/** One line for each area; the menu shows those whose right the person has. */
export const ADMINISTRATION: AdministrationEntry[] = [
  { to: '/releases', label: 'releases:title', icon: IconRocket, right: 'publish' },
  { to: '/people', label: 'people:title', icon: IconUsers, right: 'manage_people' },
  { to: '/redirects', label: 'redirects:title', icon: IconArrowForwardUp, right: 'manage_site' },
  { to: '/recycle-bin', label: 'bin:title', icon: IconTrash, right: 'delete' },
  { to: '/audit', label: 'audit:title', icon: IconHistory, right: 'read' },
  { to: '/webhooks', label: 'webhooks:title', icon: IconWebhook, right: 'manage_webhooks' },
  { to: '/mails', label: 'mails:title', icon: IconMail, right: 'manage_worker' },
  { to: '/outbox', label: 'outbox:title', icon: IconListCheck, right: 'manage_worker' },
  { to: '/transfers', label: 'transfers:title', icon: IconTransfer, right: 'transfer' },
]

/** What of it somebody with these rights may open. */
export function allowedEntries(roles: RightsThere[], entries = ADMINISTRATION): AdministrationEntry[] {
  return entries.filter(({ right, everywhere }) => hasRight(roles, right, everywhere))
}
