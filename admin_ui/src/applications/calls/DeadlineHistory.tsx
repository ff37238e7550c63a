import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { day } from '../../i18n/format'
import { useLiveCall } from './useLiveCall'

/** The dates that a deadline had before, as visitors saw them. */
export function DeadlineHistory({ deadline }: { deadline: string }) {
  const { t } = useTranslation('calls')
  const { live } = useLiveCall()
  const moves = live?.moves.filter((one) => one.deadline === deadline) ?? []
  return moves.map(({ since, fromLabel, toLabel }) => (
    <Text key={since} size="sm" c="dimmed" w="100%">
      {t('moved', { from: fromLabel, to: toLabel, day: day(since) })}
    </Text>
  ))
}
