import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { AuditPeopleDocument } from './gql/graphql'

type Props = { site: string | undefined; value: string | undefined; onChoose: (id: string | null) => void }

/** Somebody by name: everybody whom one manages, and those who work on the site. */
export function PersonFilter({ site, value, onChoose }: Props) {
  const { t } = useTranslation(['audit', 'ui'])
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<{ id: string; name: string }>()
  const [settled] = useDebouncedValue(search === chosen?.name ? '' : search, 200)
  const [{ data }] = useQuery({
    query: AuditPeopleDocument,
    variables: { search: settled || null, site: site ?? '', locale: currentLanguage() },
    pause: !site,
  })
  const found = [...(data?.people.nodes ?? []), ...(data?.peopleToChoose.nodes ?? [])]
  const names = new Map(found.map(({ id, name }) => [id, name ?? t('somebody')]))
  if (value && !names.has(value)) names.set(value, chosen?.id === value ? chosen.name : t('thisPerson'))
  return (
    <Select
      label={t('person')}
      placeholder={t('anybody')}
      data={[...names].map(([id, label]) => ({ value: id, label }))}
      value={value ?? null}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options }) => options}
      nothingFoundMessage={t('nobody')}
      onChange={(id) => {
        setChosen(id ? { id, name: names.get(id) ?? '' } : undefined)
        onChoose(id)
      }}
      clearable
      clearButtonProps={{ 'aria-label': t('ui:clear') }}
    />
  )
}
