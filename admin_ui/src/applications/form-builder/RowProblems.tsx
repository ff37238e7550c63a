import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useForm } from '../../form/FormContext'

/** What stops publication at one row, in words; of a step not what is wrong with its questions. */
export function RowProblems({ path, isStep = false }: { path: string[]; isStep?: boolean }) {
  const { t } = useTranslation('form-builder')
  const { problems } = useForm()
  const at = path.join('.')
  const here = problems.filter(({ field }) => {
    const below = field.slice(at.length)
    return (
      field.startsWith(at) && (below === '' || below.startsWith('.')) && !(isStep && below.startsWith('.questions.'))
    )
  })
  return here.map(({ field, locale, code, message }) => (
    <Text key={`${field}/${locale}/${code}`} size="sm" c="red" pl={36}>
      {t(`problems.${code}`, { defaultValue: message })}
    </Text>
  ))
}
