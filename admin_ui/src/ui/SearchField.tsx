import { TextInput, type TextInputProps } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTyped } from './useTyped'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  label: string
  /** As the address has it; what is typed gets there after a short pause. */
  value: string
  onSearch: (words: string) => void
}

/** Narrows a list by words. */
export function SearchField({ label, value, onSearch, ...others }: Props) {
  const [text, type] = useTyped(value, onSearch)
  return (
    <TextInput
      type="search"
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      flex={1}
      {...others}
    />
  )
}
