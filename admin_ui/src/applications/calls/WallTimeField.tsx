import { Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../form/FormContext'
import { fieldId } from '../../form/fields/fieldProps'
import { useValue } from '../../form/store/useDraft'
import { readingOf } from './wallTime'

type Props = { path: string[]; label: string; isDeadline?: boolean }

/** A moment as clocks of the call's zone show it, with the zone's name on that day. */
export function WallTimeField({ path, label, isDeadline = true }: Props) {
  const { t } = useTranslation('calls')
  const { isReadOnly, problems } = useForm()
  const [value, set] = useValue<string>(path)
  const [zone] = useValue<string>(['time_zone'])
  const reading = readingOf(value, zone)
  const found = problems.find(({ field }) => field === path.join('.'))
  const told = found && t(`problems.${found.code}`, { defaultValue: found.message })
  return (
    <div>
      <TextInput
        type="datetime-local"
        id={fieldId(path)}
        label={label}
        value={value?.slice(0, 16) ?? ''}
        error={told ?? (reading?.isSkipped ? t('skipped', { zone }) : undefined)}
        onChange={(event) => set(event.currentTarget.value || null)}
        readOnly={isReadOnly}
        data-only-read={isReadOnly || undefined}
        rightSection={
          reading?.zone && (
            <Text size="sm" c="dimmed" pr="xs">
              {reading.zone}
            </Text>
          )
        }
        rightSectionWidth={64}
        w={290}
        maw="100%"
      />
      <Text size="xs" c="dimmed" mih={18}>
        {[reading?.isTwice && t('twice'), isDeadline && reading?.hasPassed && t('passed')].filter(Boolean).join(' · ')}
      </Text>
    </div>
  )
}
