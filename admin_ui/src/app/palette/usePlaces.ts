import { type Icon, IconHome } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { iconOf } from '../../content-types/icons'
import { addressOf, contentTypes } from '../../content-types/types'
import { useRights } from '../../session/useRights'
import { allowedEntries } from '../administration'
import { CREATORS } from '../creators'

type Screen = { to: string; label: string; icon: Icon }
type Creating = { type: string; label: string; icon: Icon; to?: string }

/** Every screen that the person may open, and everything that the person may create. */
export function usePlaces(): { screens: Screen[]; creating: Creating[] } {
  const { t } = useTranslation(['shell', 'content-types'])
  const { roles, may } = useRights()
  const types = contentTypes()
  const content = types.map((one) => ({
    to: addressOf(one),
    label: t(`content-types:plural.${one.name}`),
    icon: iconOf(one),
  }))
  const administration = allowedEntries(roles).map(({ to, label, icon }) => ({ to, label: t(label), icon }))
  const screens = [{ to: '/', label: t('home'), icon: IconHome }, ...content, ...administration]
  const mine = types.filter(({ name }) => !CREATORS[name] || may(CREATORS[name].right, true))
  const creating = mine.map((one) => ({
    type: one.name,
    label: t(`content-types:new.${one.name}`),
    icon: iconOf(one),
    to: one.screen || undefined,
  }))
  return { screens, creating: may('create') ? creating : [] }
}
