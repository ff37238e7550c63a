import { Text, Timeline } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { moment } from '../i18n/format'
import { Section } from '../ui/Section'
import type { OneApplicationFragment } from './gql/graphql'

/** What happened to it, and what the applicant was told. */
export function History({ application }: { application: OneApplicationFragment }) {
  const { t } = useTranslation('applications')
  const changes = application.history
  return (
    <Section title={t('history')}>
      <Timeline active={changes.length} bulletSize={12} lineWidth={2}>
        {changes.map((one) => (
          <Timeline.Item
            key={one.at + one.status}
            title={<Text size="sm">{one.status === 'DRAFT' && !one.by ? t('begun') : t(`status.${one.status}`)}</Text>}
          >
            <Text size="xs" c="dimmed">
              {[moment(one.at), one.by ? one.by.name : t('byApplicant')].filter(Boolean).join(' · ')}
            </Text>
            {one.message && (
              <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {one.message}
              </Text>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
    </Section>
  )
}
