import { Group, Radio, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CriterionFragment } from './gql/graphql'
import { stepsOf } from './scores'

type Props = {
  criterion: CriterionFragment
  value?: number
  isOff: boolean
  error?: string
  onChange: (value: number) => void
}

/** A row of numbers; arrows move among them, and a digit chooses one. */
export function ScoreInput({ criterion, value, isOff, error, onChange }: Props) {
  const { t } = useTranslation('applications')
  const { label, weight, max } = criterion

  function byDigit(event: React.KeyboardEvent) {
    const digit = /^[0-9]$/.test(event.key) ? Number(event.key) : -1
    if (digit < 0 || digit > max || isOff) return
    event.preventDefault()
    onChange(digit)
    event.currentTarget.querySelectorAll('input')[digit]?.focus()
  }

  return (
    <Radio.Group
      label={label}
      description={t('weight', { weight })}
      value={value === undefined ? '' : String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      error={error}
      onKeyDown={byDigit}
    >
      <Group gap="md" mt={6}>
        {stepsOf(criterion).map((step) => (
          <Radio key={step} value={String(step)} label={<Text size="sm">{step}</Text>} disabled={isOff} />
        ))}
      </Group>
    </Radio.Group>
  )
}
