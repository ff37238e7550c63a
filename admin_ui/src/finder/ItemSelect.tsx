import { Select, type SelectProps, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ItemsToSelectDocument, SelectedItemDocument, type SelectedItemFragment } from './gql/graphql'

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'filter'> & {
  /** Id of the item that is chosen. */
  value: string | null
  onChoose: (id: string | null, item: SelectedItemFragment | undefined) => void
  /** Only what this site shows. */
  site?: string
  /** Only what may have an address of its own. */
  withPage?: boolean
}

/** Finds one item by the words of its title. */
export function ItemSelect({ value, onChoose, site, withPage = false, ...props }: Props) {
  const { t } = useTranslation(['finder', 'content-types'])
  const [search, setSearch] = useState('')
  const { offered, isKnown } = useOffered(search, value, site, withPage)
  return (
    <Select
      placeholder={t('find')}
      searchable
      onSearchChange={setSearch}
      // the server has searched already
      filter={({ options }) => options}
      nothingFoundMessage={isKnown ? t('nothing') : t('searching')}
      {...props}
      value={value}
      data={offered.map((one) => ({ value: one.id, label: one.title || t('untitled') }))}
      renderOption={({ option }) => {
        const item = offered.find(({ id }) => id === option.value)
        return (
          <div>
            <Text size="sm">{option.label}</Text>
            <Text size="xs" c="dimmed">
              {item && `${t(`content-types:singular.${item.type}`)} · ${item.site}`}
            </Text>
          </div>
        )
      }}
      onChange={(id) =>
        onChoose(
          id,
          offered.find((one) => one.id === id),
        )
      }
    />
  )
}

function useOffered(search: string, value: string | null, site: string | undefined, withPage: boolean) {
  const [settled] = useDebouncedValue(search, 200)
  const filter = { search: settled || null, site: site ?? null }
  const [{ data }] = useQuery({ query: ItemsToSelectDocument, variables: { filter } })
  const [{ data: chosen }] = useQuery({ query: SelectedItemDocument, variables: { id: value ?? '' }, pause: !value })
  const pages = new Set(data?.contentTypes.filter((one) => one.hasSlug && !one.isLibrary).map((one) => one.name))
  const found = (data?.items.nodes ?? []).filter(({ type }) => !withPage || pages.has(type))
  const present = value && chosen?.item && !found.some(({ id }) => id === value) ? [chosen.item] : []
  return { offered: [...present, ...found], isKnown: data !== undefined }
}
