import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconFilter, IconSearch } from '@tabler/icons-react'
import { memo, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortLabels } from '../content-types/labels'
import { contentType } from '../content-types/types'
import type { Frame } from '../content-types/useFrame'
import { languageName } from '../i18n/format'
import { useTyped } from '../ui/useTyped'
import type { ItemSort } from './gql/graphql'
import classes from './ListTools.module.css'
import { isNarrowed, type ListView, SHOWN_STATES, SORTS } from './listView'

export type Choice = { value: string; label: string }
type Props = {
  type: string
  view: ListView
  change: (part: Partial<ListView>) => void
  search: RefObject<HTMLInputElement | null>
  /** From the search into the list. */
  goToFirst: () => void
  frame: Frame
  /** Who changed something that was seen. */
  people: Choice[]
}

/** Search as one types, and everything that narrows or sorts a list; drawn only when one of these changes. */
export const ListTools = memo(function ListTools(props: Props) {
  const { view, change, search, goToFirst } = props
  const { t } = useTranslation('lists')
  const [isOpen, setOpen] = useState(false)
  const filters = useId()
  return (
    <search className={classes.tools} aria-label={t('tools')}>
      <div className={classes.search}>
        <SearchBox view={view} change={change} search={search} goToFirst={goToFirst} />
        <Button
          variant="default"
          hiddenFrom="sm"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={filters}
          onClick={() => setOpen(!isOpen)}
        >
          {t('filters')}
        </Button>
      </div>
      <Filters {...props} id={filters} isOpen={isOpen} />
    </search>
  )
})

/** By itself, so that a key draws nothing but this field. */
function SearchBox({ view, change, search, goToFirst }: Pick<Props, 'view' | 'change' | 'search' | 'goToFirst'>) {
  const { t } = useTranslation('lists')
  const [text, type] = useTyped(view.search, (words) => change({ search: words }))
  return (
    <TextInput
      ref={search}
      type="search"
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={t('search')}
      placeholder={t('search')}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || event.key === 'ArrowDown') event.currentTarget.blur()
        if (event.key === 'ArrowDown') goToFirst()
      }}
      flex={1}
    />
  )
}

function Filters({ type, view, change, frame, people, id, isOpen }: Props & { id: string; isOpen: boolean }) {
  const { t } = useTranslation(['lists', 'ui'])
  const labelOf = useShortLabels(type)
  const states = SHOWN_STATES.map((value) => ({ value, label: t(`ui:states.${value}`) }))
  const locales = [...new Set(frame.sites.flatMap((site) => site.locales))].map((value) => ({
    value,
    label: languageName(value),
  }))
  const sites = frame.sites.map(({ key, name }) => ({ value: key, label: name }))
  const hasDay = contentType(type)?.columns.some(({ isDay }) => isDay)
  const sorts = SORTS.filter((one) => hasDay || !one.startsWith('DAY'))
  return (
    <div id={id} className={classes.filters} data-closed={isOpen ? undefined : true}>
      <Filter name="state" any={t('anyState')} choices={states} value={view.state} choose={change} />
      <Filter name="locale" any={t('anyLanguage')} choices={locales} value={view.locale} choose={change} />
      {sites.length > 1 && <Filter name="site" any={t('anySite')} choices={sites} value={view.site} choose={change} />}
      {Object.entries(view.own).map(([name, value]) => (
        <Filter
          key={name}
          name={name}
          label={labelOf(name)}
          any={t('anyOwn', { name: labelOf(name) })}
          choices={optionsOf(frame, name)}
          value={value}
          choose={(part) => change({ own: part })}
        />
      ))}
      <Filter name="by" any={t('anybody')} choices={people} value={view.by} choose={change} />
      <NativeSelect
        aria-label={t('sort')}
        data={sorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
        value={view.sort}
        onChange={(event) => change({ sort: event.currentTarget.value as ItemSort })}
      />
      {isNarrowed(view) && (
        <Button variant="subtle" color="gray" onClick={() => change(NOTHING_CHOSEN(view))}>
          {t('clear')}
        </Button>
      )}
    </div>
  )
}

const NOTHING_CHOSEN = (view: ListView): Partial<ListView> => ({
  search: '',
  state: '',
  locale: '',
  site: '',
  by: '',
  own: Object.fromEntries(Object.keys(view.own).map((name) => [name, ''])),
})

function optionsOf(frame: Frame, name: string): Choice[] {
  const options = frame.form?.fields.find((one) => one.name === name)?.options ?? []
  return options.map(({ value }) => ({ value, label: frame.option(name, value) }))
}

type FilterProps = {
  name: string
  label?: string
  any: string
  choices: Choice[]
  value: string
  choose: (part: Record<string, string>) => void
}

function Filter({ name, label, any, choices, value, choose }: FilterProps) {
  const { t } = useTranslation('lists')
  // somebody else's view may name what is not known here
  const known = !value || choices.some((one) => one.value === value) ? choices : [...choices, { value, label: value }]
  return (
    <NativeSelect
      aria-label={label ?? t(`by.${name}`)}
      data={[{ value: '', label: any }, ...known]}
      value={value}
      onChange={(event) => choose({ [name]: event.currentTarget.value })}
      styles={value ? { input: { borderColor: 'var(--mantine-primary-color-filled)' } } : undefined}
    />
  )
}
