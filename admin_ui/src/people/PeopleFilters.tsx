import { Group, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../ui/SearchField'
import type { PeopleFilter } from './peopleFilter'
import { usePlaces } from './usePlaces'

type Props = { filter: PeopleFilter; onChoose: (name: keyof PeopleFilter, value: string | null) => void }

export function PeopleFilters({ filter, onChoose }: Props) {
  const { t } = useTranslation('people')
  const { places, allRoles } = usePlaces()
  const standings = (['active', 'service', 'closed'] as const).map((value) => ({ value, label: t(`shown.${value}`) }))
  return (
    <Group mb="md" align="end">
      <SearchField
        label={t('search')}
        value={filter.search ?? ''}
        onSearch={(words) => onChoose('search', words)}
        maxLength={100}
        miw={200}
      />
      <Filter name="role" label={t('anyRole')} data={allRoles} filter={filter} onChoose={onChoose} />
      <Filter name="site" label={t('anySite')} data={places} filter={filter} onChoose={onChoose} />
      <Filter name="standing" label={t('anyStanding')} data={standings} filter={filter} onChoose={onChoose} />
    </Group>
  )
}

type FilterProps = Props & { name: keyof PeopleFilter; label: string; data: { value: string; label: string }[] }

function Filter({ name, label, data, filter, onChoose }: FilterProps) {
  const { t } = useTranslation('ui')
  return (
    <Select
      aria-label={label}
      placeholder={label}
      data={data}
      value={filter[name] ?? null}
      onChange={(value) => onChoose(name, value)}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      w={{ base: '100%', xs: 180 }}
    />
  )
}
