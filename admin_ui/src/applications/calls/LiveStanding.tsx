import { Anchor, Badge, Group, Skeleton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Section } from '../../ui/Section'
import { Tentative } from './Tentative'
import { useLiveCall } from './useLiveCall'

const COLORS = { NOT_YET_OPEN: 'gray', OPEN: 'teal', CLOSED: 'red' }

/** Whether visitors can apply now and until when; to which version of the form the call is pinned. */
export function LiveStanding() {
  const { t } = useTranslation('calls')
  const { live, isKnown } = useLiveCall()
  if (!isKnown) return <Skeleton height={110} radius="md" />
  if (!live) return null
  const { state, deadlines, form, formVersion } = live
  const next = deadlines.find(({ passed }) => !passed)
  return (
    <Section
      title={t('standing')}
      actions={
        <Badge variant="light" color={COLORS[state]}>
          {t(`states.${state}`)}
        </Badge>
      }
    >
      <Group gap="xs">
        <Text>{next ? t('next', { label: next.label }) : t('allPassed')}</Text>
        {next?.tentative && <Tentative />}
      </Group>
      {deadlines.length > 1 && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('passedCount', { count: deadlines.filter(({ passed }) => passed).length, all: deadlines.length })}
        </Text>
      )}
      {form && (
        <Group gap="xs" mt={4}>
          <Text size="sm" c="dimmed">
            {formVersion ? t('asksVersion', { version: formVersion }) : t('formNotLive')}
          </Text>
          <Anchor component={Link} to={`/content/ApplicationForm/${form}`} size="sm">
            {t('toForm')}
          </Anchor>
        </Group>
      )}
    </Section>
  )
}
