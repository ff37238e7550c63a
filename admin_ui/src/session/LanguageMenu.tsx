import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, currentLanguage, LANGUAGES, type Language } from '../i18n'

/** The language of the interface. */
export function LanguageMenu() {
  const { t } = useTranslation('session')
  const options = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))
  return (
    <NativeSelect
      size="xs"
      aria-label={t('language')}
      data={options}
      value={currentLanguage()}
      onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}
    />
  )
}
