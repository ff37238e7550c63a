import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Standing, standing } from './giving'

const COLORS: Record<Standing, string> = { active: 'teal', invited: 'yellow', service: 'blue', closed: 'gray' }
type Props = { account: Parameters<typeof standing>[0] }

export function StandingBadge({ account }: Props) {
  const { t } = useTranslation('people')
  const state = standing(account)
  return (
    <Badge size="sm" variant="light" color={COLORS[state]}>
      {t(`standing.${state}`)}
    </Badge>
  )
}
