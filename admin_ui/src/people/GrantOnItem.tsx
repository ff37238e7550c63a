import { Button, Group, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { ADMINISTRATOR } from './giving'
import { ItemsToGrantDocument, type ItemsToGrantQuery } from './gql/graphql'
import { RoleSelect } from './RoleSelect'
import type { Place } from './Roles'
import { usePlaces } from './usePlaces'

type Found = ItemsToGrantQuery['items']['nodes'][number]
type Props = { isBusy: boolean; onGrant: (role: string, place: Place) => Promise<boolean> }

/** Gives a role on one item, found by its title. */
export function GrantOnItem({ isBusy, onGrant }: Props) {
  const { t } = useTranslation(['people', 'content-types'])
  const { rolesFor } = usePlaces()
  const [search, setSearch] = useState('')
  const [item, setItem] = useState<Found | null>(null)
  const [role, setRole] = useState<string | null>(null)
  const found = useItems(search)
  const shown = item && !found.some(({ id }) => id === item.id) ? [item, ...found] : found
  const roles = item ? rolesFor(item.site).filter(({ value }) => value !== ADMINISTRATOR) : []

  async function grant(event: FormEvent) {
    event.preventDefault()
    if (!item || !role || !(await onGrant(role, { item: item.id }))) return
    setItem(null)
    setRole(null)
    setSearch('')
  }

  return (
    <form onSubmit={grant}>
      <Group align="end" gap="xs">
        <Select
          label={t('item')}
          placeholder={t('findItem')}
          data={shown.map(({ id, title, type }) => ({
            value: id,
            label: `${title || t('untitled')} · ${t(`content-types:singular.${type}`)}`,
          }))}
          // the server has searched already
          filter={({ options }) => options}
          searchable
          searchValue={search}
          onSearchChange={setSearch}
          nothingFoundMessage={t('noItemFound')}
          value={item?.id ?? null}
          onChange={(id) => {
            setItem(shown.find((one) => one.id === id) ?? null)
            setRole(null)
          }}
          flex={1}
          miw={150}
        />
        <RoleSelect
          label={t('roleOnItem')}
          data={roles}
          value={role}
          onChange={setRole}
          disabled={!item || roles.length === 0}
          flex={1}
          miw={150}
        />
        <Button type="submit" variant="default" disabled={!role || !item} loading={isBusy}>
          {t('give')}
        </Button>
      </Group>
    </form>
  )
}

function useItems(search: string): Found[] {
  const [settled] = useDebouncedValue(search.split(' · ')[0] ?? '', 200)
  const [{ data }] = useQuery({ query: ItemsToGrantDocument, variables: { search: settled || null } })
  return data?.items.nodes ?? []
}
