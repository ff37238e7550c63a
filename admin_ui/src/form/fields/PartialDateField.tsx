import { TextInput } from '@mantine/core'
import { currentLanguage } from '../../i18n'
import { useDraft, useValue } from '../store/useDraft'
import { type FieldProps, inputProps } from './fieldProps'
import { typedDate } from './typedDate'

/** A day, or a month where no more is known; written as one is used to, it is understood when one goes on. */
export function PartialDateField(props: FieldProps) {
  const [value, set] = useValue<string>(props.path)
  const draft = useDraft()
  const understand = () => {
    const understood = value && typedDate(value, currentLanguage())
    if (understood && understood !== value) draft.asOneStep(() => set(understood))
  }
  return (
    <TextInput
      {...inputProps(props)}
      value={value ?? ''}
      placeholder="2024-05-31"
      onChange={(event) => set(event.currentTarget.value || null)}
      onBlur={understand}
      styles={{ wrapper: { maxWidth: 220 } }}
    />
  )
}
