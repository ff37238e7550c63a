import { PasswordInput, type PasswordInputProps } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Problem } from './api'

type Props = PasswordInputProps & { problems: Problem[] }

/** A password that is being chosen: what is asked of it, and what is wrong with it. */
export function NewPasswordInput({ problems, name, ...props }: Props) {
  const { t } = useTranslation('session')
  const problem = problems.find((one) => one.field === name)
  return (
    <PasswordInput
      name={name}
      label={t('newPassword')}
      description={t('passwordHint')}
      error={problem && t(`problems.${problem.code}`, { defaultValue: problem.message })}
      autoComplete="new-password"
      required
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...props}
    />
  )
}
