import { Button, Checkbox, Group, MultiSelect, NativeSelect, Select, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { languageName } from '../i18n/format'
import { Refusal } from '../ui/Refusal'
import {
  AddToReleaseDocument,
  ItemsForReleaseDocument,
  type ItemsForReleaseQuery,
  type ReleaseFragment,
} from './gql/graphql'

type Found = ItemsForReleaseQuery['items']['nodes'][number]
type Action = 'PUBLISH' | 'UNPUBLISH'

/** Puts an item, found by its title, into a release. */
export function AddItem({ release }: { release: ReleaseFragment }) {
  const { t } = useTranslation(['releases', 'content-types'])
  const { run, refusal, isBusy } = useVerb(AddToReleaseDocument, { touches: ['ReleaseCheck'] })
  const [search, setSearch] = useState('')
  const [item, setItem] = useState<Found | null>(null)
  const [chosen, setChosen] = useState<string[] | null>(null)
  const [action, setAction] = useState<Action>('PUBLISH')
  const [evenIfUsed, setEvenIfUsed] = useState(false)
  const found = useFound(search)
  const shown = item && !found.some(({ id }) => id === item.id) ? [item, ...found] : found
  const offered = item ? languagesOf(item, action) : []
  const locales = chosen ?? offered

  async function add(event: FormEvent) {
    event.preventDefault()
    if (!item) return
    const entries = [{ id: item.id, locales, action, evenIfUsed: action === 'UNPUBLISH' && evenIfUsed }]
    if (!(await run({ id: release.id, entries }))) return
    setItem(null)
    setChosen(null)
    setSearch('')
  }

  return (
    <form onSubmit={add}>
      <Stack gap="xs" mt="md">
        <Refusal refusal={refusal} area="releases" />
        <Group align="end" gap="xs">
          <Select
            label={t('addItem')}
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
              setChosen(null)
            }}
            flex="2 1 14rem"
          />
          <NativeSelect
            label={t('what')}
            data={(['PUBLISH', 'UNPUBLISH'] as const).map((value) => ({ value, label: t(`actions.${value}`) }))}
            value={action}
            onChange={(event) => {
              setAction(event.currentTarget.value as Action)
              setChosen(null)
            }}
            flex="1 1 8rem"
          />
          <MultiSelect
            label={t('languages')}
            data={offered.map((value) => ({ value, label: languageName(value) }))}
            value={locales}
            onChange={setChosen}
            disabled={!item}
            flex="1 1 10rem"
          />
          <Button type="submit" variant="default" disabled={!item || !locales.length} loading={isBusy}>
            {t('add')}
          </Button>
        </Group>
        {action === 'UNPUBLISH' && (
          <Checkbox
            label={t('evenIfUsed')}
            description={t('evenIfUsedHint')}
            checked={evenIfUsed}
            onChange={(event) => setEvenIfUsed(event.currentTarget.checked)}
          />
        )}
      </Stack>
    </form>
  )
}

/** What is published already goes away; what has something written may come. */
function languagesOf({ states }: Found, action: Action): string[] {
  const there = action === 'PUBLISH' ? states : states.filter(({ liveVersion }) => liveVersion !== null)
  return there.map(({ locale }) => locale)
}

function useFound(search: string): Found[] {
  const [settled] = useDebouncedValue(search.split(' · ')[0] ?? '', 200)
  const [{ data }] = useQuery({ query: ItemsForReleaseDocument, variables: { search: settled || null } })
  return data?.items.nodes ?? []
}
