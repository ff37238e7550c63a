import { useTranslation } from 'react-i18next'
import { type FieldForm, useForm } from '../../form/FormContext'
import { NumberField } from '../../form/fields/plainFields'

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
