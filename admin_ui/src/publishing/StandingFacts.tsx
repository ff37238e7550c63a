import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { moment } from '../i18n/format'
import type { Standing } from './useStanding'

/** What visitors see of one language, and what happens to it by the clock, in the time of its site. */
export function StandingFacts({ standing, timeZone }: { standing: Standing; timeZone?: string }) {
  const { t } = useTranslation('publishing')
  const { liveVersion, publishedAt, isChanged, effective, expires, planned } = standing
  const live = isChanged ? 'liveChanged' : 'live'
  const facts = [
    liveVersion ? t(live, { at: publishedAt && moment(publishedAt, timeZone) }) : t('notLive'),
    effective && t('effective', { at: moment(effective, timeZone) }),
    expires && t('expires', { at: moment(expires, timeZone) }),
    planned && t(`planned.${planned.action}`, { at: moment(planned.at, timeZone) }),
  ]
  return (
    <Stack gap={4} mb="sm">
      {facts
        .filter((one) => typeof one === 'string')
        .map((one) => (
          <Text key={one} size="sm" c="dimmed">
            {one}
          </Text>
        ))}
    </Stack>
  )
}
