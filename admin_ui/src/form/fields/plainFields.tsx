import { Group, NumberInput, Select, Switch, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../../i18n'
import { limit } from '../FormContext'
import { useValue } from '../store/useDraft'
import { type FieldProps, inputProps } from './fieldProps'

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

/** A whole number. */
export function NumberField(props: FieldProps) {
  return <Numeric {...props} allowDecimal={false} />
}

export function DecimalField(props: FieldProps) {
  return <Numeric {...props} allowDecimal />
}

function Numeric({ allowDecimal, ...props }: FieldProps & { allowDecimal: boolean }) {
  const [value, set] = useValue<number>(props.path)
  return (
    <NumberInput
      {...inputProps(props)}
      value={value ?? ''}
      min={limit(props.field, 'minimum')}
      max={limit(props.field, 'maximum')}
      clampBehavior="none"
      allowDecimal={allowDecimal}
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

export function DateField(props: FieldProps) {
  return <Native {...props} type="date" />
}

export function ClockTimeField(props: FieldProps) {
  return <Native {...props} type="time" />
}

export function WallTimeField(props: FieldProps) {
  return props.field.switches.includes('date_only') ? (
    <DayAndTime {...props} />
  ) : (
    <Native {...props} type="datetime-local" />
  )
}

/** The browser's own input for dates and times: it knows the person's habits and works on a phone. */
function Native({ type, ...props }: FieldProps & { type: string }) {
  const [value, set] = useValue<string>(props.path)
  return (
    <TextInput
      {...inputProps(props)}
      type={type}
      value={value ?? ''}
      onChange={(event) => set(event.currentTarget.value || null)}
      maw={260}
    />
  )
}
