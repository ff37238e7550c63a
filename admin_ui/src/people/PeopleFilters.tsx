import { Group, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PeopleFilter } from './usePeopleFilter'
import { usePlaces } from './usePlaces'

type Props = { filter: PeopleFilter; onChoose: (name: keyof PeopleFilter, value: string | null) => void }

export function PeopleFilters({ filter, onChoose }: Props) {
  const { t } = useTranslation('people')
  const { places, allRoles } = usePlaces()
  const standings = (['active', 'service', 'closed'] as const).map((value) => ({ value, label: t(`shown.${value}`) }))
  return (
    <Group mb="md" align="end">
      <TextInput
        type="search"
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t('search')}
        placeholder={t('search')}
        value={filter.search ?? ''}
        onChange={(event) => onChoose('search', event.currentTarget.value)}
        maxLength={100}
        flex={1}
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
