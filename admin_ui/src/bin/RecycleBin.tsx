import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRights } from '../session/useRights'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { useAddressFilter } from '../ui/useAddressFilter'
import { BinFilters } from './BinFilters'
import { BinRows } from './BinRows'

const NAMES = ['search', 'type', 'site'] as const
export type BinFilter = Partial<Record<(typeof NAMES)[number], string>>

/** What was deleted and can be brought back. */
export function RecycleBin() {
  const { t } = useTranslation('bin')
  const { may, isKnown } = useRights()
  const { filter, choose, isNarrowed } = useAddressFilter(NAMES)
  if (isKnown && !may('delete')) return <NotYours title={t('title')} />
  return (
    <Page title={t('title')}>
      <Text c="dimmed" mb="md" maw={640}>
        {t('hint')}
      </Text>
      <BinFilters filter={filter} onChoose={choose} />
      <BinRows filter={filter} isNarrowed={isNarrowed} />
    </Page>
  )
}
