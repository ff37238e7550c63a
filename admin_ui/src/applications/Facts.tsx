import { Alert, Anchor, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { moment } from '../i18n/format'
import { useSitesWith } from '../session/useSitesWith'
import { Section } from '../ui/Section'
import type { OneApplicationFragment } from './gql/graphql'

/** What it is about, at a glance. */
export function Facts({ application: one }: { application: OneApplicationFragment }) {
  const { t } = useTranslation('applications')
  const zone = useSitesWith('read').timeZoneOf(one.site)
  const rows: [string, string | null | undefined][] = [
    [t('reference'), one.reference],
    [t('call'), one.call.title],
    [t('cutoff'), one.cutoff?.label],
    [t('event'), [one.city, one.region, one.countryName].filter(Boolean).join(', ')],
    [t('theme'), one.theme],
    [t('dates'), one.preferredDates.join('; ')],
    [t('submitted'), one.submittedAt && moment(one.submittedAt, zone)],
    [t('contact'), one.contact && [one.contact.name, one.contact.email].filter(Boolean).join(' · ')],
  ]
  return (
    <Section title={t('facts')}>
      <Stack gap="xs">
        {rows
          .filter(([, value]) => value)
          .map(([label, value]) => (
            <div key={label}>
              <Text size="xs" c="dimmed">
                {label}
              </Text>
              <Text size="sm">{value}</Text>
            </div>
          ))}
        {one.status === 'DRAFT' && one.returnDeadline && (
          <Alert color="yellow" variant="light">
            {t('returnedUntil', { moment: moment(one.returnDeadline, zone) })}
          </Alert>
        )}
        {one.admissibility && (
          <Alert color={one.admissibility.ok ? 'teal' : 'red'} variant="light">
            {t(one.admissibility.ok ? 'admissible' : 'inadmissible', { name: one.admissibility.by?.name ?? '–' })}
            {one.admissibility.note && <div>{one.admissibility.note}</div>}
          </Alert>
        )}
        {one.edition && (
          <Anchor component={Link} to={`/content/Edition/${one.edition}`} size="sm">
            {t('toEdition')}
          </Anchor>
        )}
      </Stack>
    </Section>
  )
}
