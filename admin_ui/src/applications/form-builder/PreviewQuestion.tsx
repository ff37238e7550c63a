import { useTranslation } from 'react-i18next'
import { textIn } from './form'
import { kindOf } from './kinds'
import type { PreviewProps } from './questions/shared/kind'

type Props = Omit<PreviewProps, 'shared'> & { isRequired: boolean }

/** One question as an applicant answers it. */
export function PreviewQuestion({ isRequired, ...props }: Props) {
  const { question, locale } = props
  const { t } = useTranslation('form-builder')
  const { Preview, hint } = kindOf(question)
  const told = [textIn(question.help, locale), hint?.(question, t)]
  const shared = {
    label: textIn(question.label, locale) || t('untitledQuestion'),
    description: told.filter(Boolean).join(' ') || undefined,
    withAsterisk: isRequired,
  }
  return <Preview {...props} shared={shared} />
}
