import { Group, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n'
import { limit } from '../FormContext'
import { useDraft, useValue } from '../store/useDraft'
import { type FieldProps, inputProps } from './fieldProps'
import { typedDate } from './typedDate'

/** Yes or no. */
export function BooleanField(props: FieldProps) {
  const [value, set] = useValue<boolean>(props.path)
  const { withAsterisk: _none, readOnly, ...shared } = inputProps(props)
  return (
    <Switch
      {...shared}
      disabled={readOnly}
      checked={value ?? false}
      onChange={(event) => set(event.currentTarget.checked || null)}
    />
  )
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
      styles={{ wrapper: { maxWidth: 220 } }}
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
    <Select
      {...inputProps(props)}
      data={data}
      value={value ?? null}
      onChange={set}
      searchable
      selectFirstOptionOnChange
      clearable
      maw={420}
    />
  )
}

const NATIVE: Record<string, string> = { Date: 'date', WallTime: 'datetime-local', ClockTime: 'time' }

/** A day, and the time of it where that is known. */
function DayAndTime(props: FieldProps) {
  const { t } = useTranslation('form')
  const [value, set] = useValue<string>(props.path)
  const [day = '', time = ''] = (value ?? '').split('T')
  return (
    <Group align="end" gap="xs">
      <TextInput
        {...inputProps(props)}
        type="date"
        value={day}
        onChange={(event) => set(withTime(event.currentTarget.value, time))}
      />
      <TextInput
        type="time"
        aria-label={t('timeOf', { label: props.label })}
        value={time}
        disabled={props.isReadOnly || !day}
        onChange={(event) => set(withTime(day, event.currentTarget.value))}
      />
    </Group>
  )
}

const withTime = (day: string, time: string) => (day && time ? `${day}T${time}` : day || null)

/** The browser's own input for dates and times: it knows the person's habits and works on a phone. */
export function DateField(props: FieldProps) {
  const [value, set] = useValue<string>(props.path)
  if (props.field.switches.includes('date_only')) return <DayAndTime {...props} />
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
