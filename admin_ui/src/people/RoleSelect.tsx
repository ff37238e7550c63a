import { Select, type SelectProps, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A role to choose, each with what it allows. */
export function RoleSelect(props: SelectProps) {
  const { t } = useTranslation('people')
  return (
    <Select
      placeholder={t('choose')}
      comboboxProps={{ width: 300, position: 'bottom-start' }}
      renderOption={({ option }) => (
        <div>
          <Text size="sm" fw={500}>
            {option.label}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`roleHints.${option.value}`, { defaultValue: '' })}
          </Text>
        </div>
      )}
      {...props}
    />
  )
}
