import { Combobox, Loader, Text, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { contentType } from '../../content-types/types'
import { ownFirst } from '../../finder/ownFirst'
import { currentLanguage } from '../../i18n'
import { useForm } from '../FormContext'
import { ChooseItemsDocument } from '../gql/graphql'
import { CardLine } from './CardLine'
import type { Card } from './CardStore'
import { cards } from './useCards'
import { useQuickCreate } from './useQuickCreate'

export type FinderInput = {
  value: string
  onFocus: () => void
  onBlur: () => void
  onChange: (event: { currentTarget: { value: string } }) => void
}

type Props = {
  /** A content type; null finds any item. */
  type: string | null
  without: readonly string[]
  onChoose: (card: Card) => void
  staysOpen?: boolean
  disabled?: boolean
  /** The place where one types; it carries `Combobox.EventsTarget` or is one. */
  children: (input: FinderInput, refusal: string | null, open: () => void) => ReactNode
}

const NEW = 'new'

/** Finds items by their titles, those of the own site first, told apart by picture and place, and makes new ones of types that need only a name. */
export function ItemFinder({ type, without, onChoose, staysOpen = false, disabled, children }: Props) {
  const { t } = useTranslation(['form', 'content-types'])
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search.trim(), 150)
  const { create, refusal, isBusy } = useQuickCreate()
  const { site } = useForm()
  const filter = { type, search: settled || null }
  const [{ data, fetching, stale }] = useQuery({
    query: ChooseItemsDocument,
    variables: { filter, own: { ...filter, site }, locale: currentLanguage() },
    requestPolicy: 'cache-and-network',
    pause: !combobox.dropdownOpened,
  })
  const offered = ownFirst(data?.own.nodes, data?.items.nodes).filter((one) => !without.includes(one.id))
  const name = search.trim()
  const mayCreate = type !== null && Boolean(contentType(type)?.named) && name.length > 1

  // what Enter takes is what was found for all that was typed, never for the beginning of it
  const isSettled = Boolean(data) && !fetching && !stale && settled !== '' && settled === name
  const { selectFirstOption } = combobox
  useEffect(() => {
    if (isSettled) selectFirstOption()
  }, [isSettled, selectFirstOption])

  async function submit(id: string) {
    const card = id === NEW ? await create(type ?? '', name) : offered.find((one) => one.id === id)
    if (!card) return
    cards.put(card)
    onChoose(card)
    setSearch('')
    if (!staysOpen) combobox.closeDropdown()
  }

  const input: FinderInput = {
    value: search,
    onFocus: () => combobox.openDropdown(),
    onBlur: () => combobox.closeDropdown(),
    onChange: (event) => {
      setSearch(event.currentTarget.value)
      combobox.openDropdown()
      combobox.resetSelectedOption()
    },
  }
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => void submit(id)}
      disabled={disabled || isBusy}
      withinPortal={false} // what is found belongs to the part of the page that it is found for
      floatingStrategy="fixed"
    >
      {children(input, refusal, () => combobox.openDropdown())}
      <Combobox.Dropdown>
        <Combobox.Options aria-label={t('offered')} mah={300} style={{ overflowY: 'auto' }}>
          {fetching && !data && <Loader size="xs" m="xs" />}
          {offered.map((one) => (
            <Combobox.Option key={one.id} value={one.id}>
              <CardLine card={one} hint={type === null ? t(`content-types:singular.${one.type}`) : undefined} />
            </Combobox.Option>
          ))}
          {mayCreate && (
            <Combobox.Option value={NEW}>
              <Text size="sm">
                <IconPlus size={14} aria-hidden style={{ verticalAlign: '-2px' }} />{' '}
                {t('createNamed', { name, what: t(`content-types:singular.${type}`) })}
              </Text>
            </Combobox.Option>
          )}
          {data && offered.length === 0 && !mayCreate && <Combobox.Empty>{t('nothingFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
