import { Select, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ownFirst } from '../finder/ownFirst'
import { useForm } from '../form/FormContext'
import { LinkTargetDocument, LinkTargetsDocument } from './gql/graphql'

type Props = { value: string | null; onChoose: (id: string, title: string) => void; error: ReactNode }

/** Finds an item that has a page of its own, by the words of its title; those of the own site come first. */
export function ItemFinder({ value, onChoose, error }: Props) {
  const { t } = useTranslation(['rich-text', 'content-types'])
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search, 200)
  const { site } = useForm()
  const filter = { search: settled || null }
  const [{ data }] = useQuery({ query: LinkTargetsDocument, variables: { filter, own: { ...filter, site } } })
  const [{ data: chosen }] = useQuery({ query: LinkTargetDocument, variables: { id: value ?? '' }, pause: !value })
  const withPage = new Set(data?.contentTypes.filter((one) => one.hasSlug).map((one) => one.name))
  const found = ownFirst(data?.own.nodes, data?.items.nodes).filter((one) => withPage.has(one.type))
  const present = value && chosen?.item && !found.some((one) => one.id === value) ? [chosen.item] : []
  const offered = [...present, ...found]

  return (
    <Select
      label={t('link.item')}
      placeholder={t('link.find')}
      value={value}
      error={error}
      searchable
      onSearchChange={setSearch}
      filter={({ options }) => options}
      nothingFoundMessage={data && t('link.nothing')}
      data={offered.map((one) => ({ value: one.id, label: one.title || t('untitled') }))}
      renderOption={({ option }) => {
        const item = offered.find((one) => one.id === option.value)
        return (
          <div>
            <Text size="sm">{option.label}</Text>
            <Text size="xs" c="dimmed">
              {item && `${t(`content-types:singular.${item.type}`)} · ${item.site}`}
            </Text>
          </div>
        )
      }}
      onChange={(id, option) => id && onChoose(id, option?.label ?? '')}
      data-autofocus
    />
  )
}
