import { ActionIcon, Combobox, Loader, Pill, PillsInput, Text, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { ChooseItemsDocument, ChosenItemDocument } from '../gql/graphql'
import { useValue } from '../store/useDraft'
import { type FieldProps, inputProps } from './fieldProps'

/** One other item, or several in order, found by their titles. */
export function ReferenceField(props: FieldProps) {
  const [value, set] = useValue<string | string[]>(props.path)
  const isMany = props.field.kind === 'References'
  const chosen = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

  function choose(id: string) {
    set(isMany ? [...chosen.filter((one) => one !== id), id] : id)
  }

  function takeOut(id: string) {
    const left = chosen.filter((one) => one !== id)
    set(isMany && left.length ? left : null)
  }

  return <Finder {...props} isMany={isMany} chosen={chosen} choose={choose} takeOut={takeOut} />
}

type FinderProps = FieldProps & {
  isMany: boolean
  chosen: string[]
  choose: (id: string) => void
  takeOut: (id: string) => void
}

function Finder({ isMany, chosen, choose, takeOut, ...props }: FinderProps) {
  const { t } = useTranslation('editor')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search, 200)
  const type = props.field.target === '*' ? null : props.field.target
  const [{ data, fetching }] = useQuery({
    query: ChooseItemsDocument,
    variables: { filter: { type, search: settled || null } },
    pause: !combobox.dropdownOpened,
  })
  const offered = data?.items.nodes.filter((one) => !chosen.includes(one.id)) ?? []
  const { id, label, description, error, disabled, withAsterisk } = inputProps(props)

  function submit(item: string) {
    choose(item)
    setSearch('')
    if (!isMany) combobox.closeDropdown()
  }

  return (
    <Combobox store={combobox} onOptionSubmit={submit} disabled={disabled}>
      <Combobox.DropdownTarget>
        <PillsInput
          {...{ id, label, description, error, disabled, withAsterisk }}
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group>
            {chosen.map((one) => (
              <Chosen key={one} id={one} onRemove={disabled ? undefined : () => takeOut(one)} />
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                value={search}
                placeholder={chosen.length ? '' : t('find')}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setSearch(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {fetching && !data && <Loader size="xs" m="xs" />}
          {offered.map((one) => (
            <Combobox.Option key={one.id} value={one.id}>
              {one.title || t('untitled')}{' '}
              <Text span size="xs" c="dimmed">
                {one.site}
              </Text>
            </Combobox.Option>
          ))}
          {data && offered.length === 0 && <Combobox.Empty>{t('nothingFound')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function Chosen({ id, onRemove }: { id: string; onRemove?: () => void }) {
  const { t } = useTranslation('editor')
  const [{ data }] = useQuery({ query: ChosenItemDocument, variables: { id } })
  const title = data ? data.item?.title || t('untitled') : '…'
  return (
    <Pill
      withRemoveButton={onRemove !== undefined}
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': t('takeOut', { title }) }}
    >
      {title}
      {data?.item && (
        <ActionIcon
          component={Link}
          to={`/content/${data.item.type}/${id}`}
          size={14}
          variant="transparent"
          aria-label={t('open', { title })}
        >
          <IconExternalLink size={12} />
        </ActionIcon>
      )}
    </Pill>
  )
}
