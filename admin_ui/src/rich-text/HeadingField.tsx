import { Autocomplete, type AutocompleteProps, Text } from '@mantine/core'
import type { Heading } from './model/headings'

type Props = Omit<AutocompleteProps, 'data'> & { headings: Heading[]; isOpenAtOnce?: boolean }

/** An address that may be "#" and the id of a heading: after "#" the headings are offered by their words. */
export function HeadingField({ headings, isOpenAtOnce = false, ...rest }: Props) {
  const words = new Map(headings.map((one) => [`#${one.id}`, one.words]))
  return (
    <Autocomplete
      data={[...words.keys()]}
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase()
        if (!wanted.startsWith('#') && !(isOpenAtOnce && wanted === '')) return []
        const typed = wanted.slice(1)
        return options.filter((one) => {
          const id = 'value' in one ? one.value : ''
          return `${id} ${words.get(id)?.toLowerCase()}`.includes(typed)
        })
      }}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{words.get(option.value)}</Text>
          <Text size="xs" c="dimmed">
            {option.value}
          </Text>
        </div>
      )}
      {...rest}
    />
  )
}
