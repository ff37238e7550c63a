import { Group, Select, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ApplicationStatus, CallsQuery } from './gql/graphql'
import type { ApplicationFilter } from './useApplicationFilter'

type Calls = CallsQuery['callsWithApplications']
type Choose = (name: keyof ApplicationFilter, value: string | null) => void
type Props = { calls: Calls; filter: ApplicationFilter; onChoose: Choose; seesAll: boolean }

const STATUSES: ApplicationStatus[] = [
  'SUBMITTED',
  'UNDER_REVIEW',
  'SHORTLISTED',
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
  'DRAFT',
]

/** Call, cut-off and state, each with how many there are. */
export function ApplicationFilters({ calls, filter, onChoose, seesAll }: Props) {
  const { t } = useTranslation('applications')
  return (
    <Group mb="md" align="end" gap="sm">
      {seesAll && <CallAndCutoff calls={calls} filter={filter} onChoose={onChoose} />}
      <Choice
        label={t('anyStatus')}
        data={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        value={filter.status}
        onChange={(value) => onChoose('status', value)}
      />
      {seesAll && (
        <Switch
          label={t('mine')}
          checked={filter.assigned === 'yes'}
          onChange={(event) => onChoose('assigned', event.currentTarget.checked ? 'yes' : null)}
          mb={8}
        />
      )}
    </Group>
  )
}

type CallProps = { calls: Calls; filter: ApplicationFilter; onChoose: Choose }

export function CallAndCutoff({ calls, filter, onChoose }: CallProps) {
  const { t } = useTranslation('applications')
  const chosen = calls.find(({ call }) => call.id === filter.call)
  const sum = (found: Calls[number], cutoff?: string) =>
    found.counts
      .filter((one) => one.status !== 'DRAFT' && (!cutoff || one.cutoff === cutoff))
      .reduce((all, one) => all + one.number, 0)
  return (
    <>
      <Choice
        label={t('anyCall')}
        data={calls.map((one) => ({ value: one.call.id, label: `${one.call.title} (${sum(one)})` }))}
        value={filter.call}
        onChange={(value) => onChoose('call', value)}
        width={360}
      />
      {chosen && (
        <Choice
          label={t('anyCutoff')}
          data={chosen.call.cutoffs.map(({ id, label }) => ({ value: id, label: `${label} (${sum(chosen, id)})` }))}
          value={filter.cutoff}
          onChange={(value) => onChoose('cutoff', value)}
          width={260}
        />
      )}
    </>
  )
}

type ChoiceProps = {
  label: string
  data: { value: string; label: string }[]
  value?: string
  onChange: (value: string | null) => void
  width?: number
}

function Choice({ label, data, value, onChange, width = 200 }: ChoiceProps) {
  const { t } = useTranslation('ui')
  return (
    <Select
      aria-label={label}
      placeholder={label}
      data={data}
      value={value ?? null}
      onChange={onChange}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      w={{ base: '100%', xs: width }}
    />
  )
}
