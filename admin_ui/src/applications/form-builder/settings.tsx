import { MultiSelect, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type FieldForm, useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import { NumberField } from '../../form/fields/plainFields'
import { useValue } from '../../form/store/useDraft'

type NumberProps = { field: FieldForm; path: string[]; type: string }

/** A number whose meaning depends on the type of the question. */
export function NumberSetting({ field, path, type }: NumberProps) {
  const { t } = useTranslation('form-builder')
  const { isReadOnly, problems } = useForm()
  const found = problems.find((one) => one.field === path.join('.'))
  return (
    <NumberField
      field={field}
      path={path}
      label={t([`settings.${type}.${field.name}`, `settings.${field.name}`])}
      description={t(`settingHints.${field.name}`, { defaultValue: '' }) || undefined}
      error={found && t(`problems.${found.code}`, { defaultValue: found.message })}
      isReadOnly={isReadOnly}
    />
  )
}

type Plain = { path: string[]; isReadOnly: boolean }
const MEGABYTE = 1024 * 1024

/** Stored in bytes, thought of in megabytes. */
export function MegabytesSetting({ path, isReadOnly }: Plain) {
  const { t } = useTranslation('form-builder')
  const [value, set] = useValue<number>(path)
  return (
    <NumberInput
      id={fieldId(path)}
      label={t('settings.max_bytes')}
      value={value ? value / MEGABYTE : ''}
      min={1}
      max={100}
      decimalScale={1}
      onChange={(next) => set(typeof next === 'number' ? Math.round(next * MEGABYTE) : null)}
      disabled={isReadOnly}
      maw={220}
    />
  )
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.'
const OPEN = 'application/vnd.oasis.opendocument.'
const KINDS = [
  { value: 'application/pdf', label: 'PDF' },
  { value: `${OFFICE}wordprocessingml.document`, label: 'DOCX' },
  { value: `${OFFICE}spreadsheetml.sheet`, label: 'XLSX' },
  { value: `${OFFICE}presentationml.presentation`, label: 'PPTX' },
  { value: `${OPEN}text`, label: 'ODT' },
  { value: `${OPEN}presentation`, label: 'ODP' },
  { value: 'image/png', label: 'PNG' },
  { value: 'image/jpeg', label: 'JPEG' },
  { value: 'image/webp', label: 'WebP' },
]

export function kindName(mime: string): string {
  return KINDS.find(({ value }) => value === mime)?.label ?? mime
}

/** The kinds of file that are taken. */
export function AcceptSetting({ path, isReadOnly }: Plain) {
  const { t } = useTranslation('form-builder')
  const [value, set] = useValue<string[]>(path)
  const chosen = value ?? []
  const others = chosen.filter((one) => !KINDS.some((kind) => kind.value === one))
  return (
    <MultiSelect
      id={fieldId(path)}
      label={t('settings.accept')}
      description={t('settingHints.accept')}
      data={[...KINDS, ...others.map((one) => ({ value: one, label: one }))]}
      value={chosen}
      onChange={(next) => set(next.length ? next : null)}
      disabled={isReadOnly}
      clearable
      hidePickedOptions
    />
  )
}
