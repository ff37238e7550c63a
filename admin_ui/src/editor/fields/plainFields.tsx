import { NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { currentLanguage } from '../../i18n'
import { limit } from '../FormContext'
import { useValue } from '../store/useDraft'
import { type FieldProps, inputProps } from './fieldProps'

/** Yes or no. */
export function BooleanField(props: FieldProps) {
  const [value, set] = useValue<boolean>(props.path)
  const { withAsterisk: _none, ...shared } = inputProps(props)
  return <Switch {...shared} checked={value ?? false} onChange={(event) => set(event.currentTarget.checked || null)} />
}

export function NumberField(props: FieldProps) {
  const [value, set] = useValue<number>(props.path)
  return (
    <NumberInput
      {...inputProps(props)}
      value={value ?? ''}
      min={limit(props.field, 'minimum')}
      max={limit(props.field, 'maximum')}
      clampBehavior="none"
      allowDecimal={props.field.kind === 'Decimal'}
      onChange={(next) => set(typeof next === 'number' ? next : null)}
      maw={220}
    />
  )
}

/** One of a few values that the content type declares. */
export function ChoiceField(props: FieldProps) {
  const [value, set] = useValue<string>(props.path)
  const language = currentLanguage()
  const data = props.field.options.map(({ value, labels }) => ({
    value,
    label: labels.find((one) => one.locale === language)?.text ?? labels[0]?.text ?? value,
  }))
  return (
    <Select {...inputProps(props)} data={data} value={value ?? null} onChange={set} clearable searchable maw={420} />
  )
}

const NATIVE: Record<string, string> = { Date: 'date', WallTime: 'datetime-local', ClockTime: 'time' }

/** The browser's own input for dates and times: it knows the person's habits and works on a phone. */
export function DateField(props: FieldProps) {
  const [value, set] = useValue<string>(props.path)
  return (
    <TextInput
      {...inputProps(props)}
      type={NATIVE[props.field.kind]}
      value={value ?? ''}
      onChange={(event) => set(event.currentTarget.value || null)}
      maw={260}
    />
  )
}

/** A day, or a month where no more is known. */
export function PartialDateField(props: FieldProps) {
  const [value, set] = useValue<string>(props.path)
  return (
    <TextInput
      {...inputProps(props)}
      value={value ?? ''}
      placeholder="2024-05-31"
      inputMode="numeric"
      onChange={(event) => set(event.currentTarget.value || null)}
      maw={220}
    />
  )
}
