import { Input, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type FieldProps, inputProps } from './fieldProps'

/** Stands for a kind of field that the server has and `CONTROLS` has not: such a field is said, never left out. */
export function NoControl(props: FieldProps) {
  const { t } = useTranslation('form')
  const { id, label, description, error, withAsterisk } = inputProps(props)
  return (
    <Input.Wrapper {...{ label, description, error, withAsterisk }} labelElement="div">
      <Text id={id} tabIndex={-1} size="sm" c="dimmed">
        {t('noControl', { kind: props.field.kind })}
      </Text>
    </Input.Wrapper>
  )
}
