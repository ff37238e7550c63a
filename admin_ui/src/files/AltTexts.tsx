import { Stack, Text, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { languageName } from '../i18n/format'
import type { FileRowFragment } from './gql/graphql'
import { useAltTexts } from './useAltTexts'

/** Descriptions of a picture where it is used: they belong to the file and are saved with it. */
export function AltTexts({ file, isReadOnly }: { file: FileRowFragment; isReadOnly: boolean }) {
  const { t } = useTranslation('files')
  const { texts, change, save, state, refusal } = useAltTexts(file)
  const { languages } = useEdited()
  const status = useId()
  return (
    <Stack gap={6} component="fieldset" p={0} m={0} style={{ border: 0, minWidth: 0 }} aria-describedby={status}>
      <Text component="legend" size="sm" fw={500} p={0}>
        {t('alt')}
      </Text>
      {languages.map((locale) => (
        <TextInput
          key={locale}
          size="sm"
          aria-label={t('altIn', { language: languageName(locale) })}
          placeholder={t('altMissing')}
          leftSection={
            <Text size="xs" c="dimmed" aria-hidden>
              {locale}
            </Text>
          }
          value={texts[locale] ?? ''}
          maxLength={300}
          disabled={isReadOnly}
          onChange={(event) => change(locale, event.currentTarget.value)}
          onBlur={() => void save()}
        />
      ))}
      <Text id={status} size="xs" c={state === 'refused' || state === 'away' ? 'red' : 'dimmed'} role="status">
        {state === 'refused' ? refusal : t(`altState.${state}`)}
      </Text>
    </Stack>
  )
}
