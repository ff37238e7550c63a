import { Text, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { limit } from '../FormContext'
import { useValue } from '../store/useDraft'
import { type FieldProps, inputProps } from './fieldProps'

const NEARLY_FULL = 0.8

export function TextField(props: FieldProps) {
  return <Lines {...props} type="text" />
}

export function EmailField(props: FieldProps) {
  return <Lines {...props} type="email" />
}

/** One line or several, with what is left of its length once that becomes short. */
function Lines({ type, ...props }: FieldProps & { type: string }) {
  const [value, set] = useValue<string>(props.path)
  const longest = limit(props.field, 'max_length')
  const shared = {
    ...inputProps(props),
    value: value ?? '',
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
    inputWrapperOrder: ['label', 'description', 'input', 'error'] as ('label' | 'description' | 'input' | 'error')[],
  }
  return (
    <div>
      {props.field.switches.includes('multiline') ? (
        <Textarea {...shared} autosize minRows={2} maxRows={14} />
      ) : (
        <TextInput {...shared} type={type} />
      )}
      {longest && (value?.length ?? 0) > longest * NEARLY_FULL && (
        <Left length={value?.length ?? 0} longest={longest} />
      )}
    </div>
  )
}

function Left({ length, longest }: { length: number; longest: number }) {
  const { t } = useTranslation('form')
  return (
    <Text size="xs" ta="right" c={length > longest ? 'red' : 'dimmed'} aria-live="polite">
      {t('length', { length, longest })}
    </Text>
  )
}
