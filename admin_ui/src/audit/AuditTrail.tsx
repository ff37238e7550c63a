import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRights } from '../session/useRights'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { useAddressFilter } from '../ui/useAddressFilter'
import { AuditFilters } from './AuditFilters'
import { AuditRows } from './AuditRows'
import { AUDIT_FILTERS, asked } from './auditFilter'

/** Who did what, when. */
export function AuditTrail() {
  const { t } = useTranslation('audit')
  const { may, isKnown } = useRights()
  const { filter, choose, clear, isNarrowed } = useAddressFilter(AUDIT_FILTERS)
  if (isKnown && !may('read')) return <NotYours title={t('title')} />
  return (
    <Page title={t('title')}>
      <Text c="dimmed" mb="md" maw={640}>
        {t(may('manage_people', true) ? 'hintAll' : 'hint')}
      </Text>
      <AuditFilters filter={filter} choose={choose} clear={isNarrowed ? clear : undefined} />
      <AuditRows filter={asked(filter)} choosePerson={(id) => choose('by', id)} isNarrowed={isNarrowed} />
    </Page>
  )
}
