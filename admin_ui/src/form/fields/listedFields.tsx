import { MultiSelect, Select, TagsInput } from '@mantine/core'
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { currentLanguage } from '../../i18n'
import { languageName } from '../../i18n/format'
import { inOrder } from '../../words/order'
import { limit } from '../FormContext'
import { TermsDocument } from '../gql/graphql'
import type { JsonObject } from '../store/json'
import { useValue } from '../store/useDraft'
import { useRemoving } from '../useUndoable'
import { COUNTRIES } from './countries'
import { type FieldProps, inputProps } from './fieldProps'

type Option = { value: string; label: string }

/** One value or several out of a list that is known. */
function Listed({ data, isMany, ...props }: FieldProps & { data: Option[]; isMany: boolean }) {
  const [value, set] = useValue<string | string[]>(props.path)
  if (isMany) {
    const chosen = Array.isArray(value) ? value : []
    return (
      <MultiSelect
        {...inputProps(props)}
        data={withUnknown(data, chosen)}
        value={chosen}
        onChange={(next) => set(next.length ? next : null)}
        searchable
        selectFirstOptionOnChange
        clearable
        hidePickedOptions
        maxValues={limit(props.field, 'max_items')}
      />
    )
  }
  const chosen = typeof value === 'string' ? value : null
  return (
    <Select
      {...inputProps(props)}
      data={withUnknown(data, chosen ? [chosen] : [])}
      value={chosen}
      onChange={set}
      searchable
      selectFirstOptionOnChange
      clearable
      maw={420}
    />
  )
}

/** What is stored but no longer listed must be seen, to be taken out. */
function withUnknown(data: Option[], chosen: string[]): Option[] {
  const unknown = chosen.filter((value) => !data.some((one) => one.value === value))
  return unknown.length ? [...data, ...unknown.map((value) => ({ value, label: value }))] : data
}

export function CountryField(props: FieldProps) {
  const data = useMemo(() => {
    const names = new Intl.DisplayNames([currentLanguage()], { type: 'region' })
    const options = COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }))
    return options.sort((one, other) => inOrder(one.label, other.label))
  }, [])
  return <Listed {...props} data={data} isMany={props.field.switches.includes('many')} />
}

export function TimeZoneField(props: FieldProps) {
  const data = useMemo(() => Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value })), [])
  return <Listed {...props} data={data} isMany={false} />
}

export const LOCALES = [
  'en',
  'cs',
  'bg',
  'de',
  'fr',
  'es',
  'it',
  'pl',
  'ro',
  'sk',
  'hu',
  'pt',
  'nl',
  'sv',
  'fi',
  'da',
  'uk',
]

export function LocaleField(props: FieldProps) {
  const data = LOCALES.map((value) => ({ value, label: languageName(value) }))
  return <Listed {...props} data={data} isMany={props.field.switches.includes('many')} />
}

/** Terms of a vocabulary, by their labels in the language of the interface. */
export function TermsField(props: FieldProps) {
  const variables = { filter: { type: 'Vocabulary' } }
  const [{ data }] = useQuery({ query: TermsDocument, variables })
  const options = useMemo(() => {
    const found = data?.items.nodes
      .map((one) => one.data as JsonObject)
      .find((one) => one.key === props.field.vocabulary)
    return ((found?.terms as JsonObject[] | undefined) ?? []).map(termOption)
  }, [data, props.field.vocabulary])
  return <Listed {...props} data={options} isMany={!props.field.switches.includes('single')} />
}

function termOption(term: JsonObject): Option {
  const labels = (term.label ?? {}) as Record<string, string>
  return { value: String(term.slug), label: labels[currentLanguage()] ?? Object.values(labels)[0] ?? String(term.slug) }
}

/** Short texts, one after the other. */
export function TextListField(props: FieldProps) {
  const [value, set] = useValue<string[]>(props.path)
  const removing = useRemoving()

  function change(next: string[]) {
    const put = () => set(next.length ? next : null)
    const gone = value?.filter((one) => !next.includes(one)) ?? []
    if (gone.length > 0) removing(gone.join(', '), put)
    else put()
  }

  return (
    <TagsInput
      {...inputProps(props)}
      value={value ?? []}
      onChange={change}
      maxTags={limit(props.field, 'max_items')}
      splitChars={['\n']}
      acceptValueOnBlur
    />
  )
}
