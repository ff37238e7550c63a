import { FileInput, MultiSelect, NumberInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../../../form/fields/fieldProps'
import { useValue } from '../../../form/store/useDraft'
import type { Question } from '../form'
import type { PreviewProps, QuestionKind, SettingsProps, Words } from './shared/kind'

export const kind: QuestionKind = {
  Preview,
  numbers: ['max_files'],
  settings: ['accept', 'max_bytes'],
  Settings: AcceptSetting,
  NumberSettings: MegabytesSetting,
  hint,
}

function Preview({ shared }: PreviewProps) {
  const { t } = useTranslation('form-builder')
  return <FileInput {...shared} placeholder={t('chooseFile')} multiple />
}

/** "PDF, DOCX · up to 10 MB · 2 files" */
function hint({ accept, max_bytes, max_files }: Question, t: Words): string {
  const megabytes = (max_bytes ?? 0) / MEGABYTE
  return [
    (accept ?? []).map(typeName).join(', '),
    megabytes > 0 && t('upTo', { size: megabytes }),
    max_files && t('filesAtMost', { count: max_files }),
  ]
    .filter(Boolean)
    .join(' · ')
}

const MEGABYTE = 1024 * 1024

/** Stored in bytes, thought of in megabytes. */
function MegabytesSetting({ path: question, isReadOnly }: SettingsProps) {
  const { t } = useTranslation('form-builder')
  const path = [...question, 'max_bytes']
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
const TYPES = [
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

function typeName(mime: string): string {
  return TYPES.find(({ value }) => value === mime)?.label ?? mime
}

/** The kinds of file that are taken. */
function AcceptSetting({ path: question, isReadOnly }: SettingsProps) {
  const { t } = useTranslation('form-builder')
  const path = [...question, 'accept']
  const [value, set] = useValue<string[]>(path)
  const chosen = value ?? []
  const others = chosen.filter((one) => !TYPES.some((type) => type.value === one))
  return (
    <MultiSelect
      id={fieldId(path)}
      label={t('settings.accept')}
      description={t('settingHints.accept')}
      data={[...TYPES, ...others.map((one) => ({ value: one, label: one }))]}
      value={chosen}
      onChange={(next) => set(next.length ? next : null)}
      disabled={isReadOnly}
      clearable
      hidePickedOptions
    />
  )
}
