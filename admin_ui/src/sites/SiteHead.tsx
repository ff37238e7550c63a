import { Card, List, MultiSelect, Select, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import { LOCALES } from '../form/fields/listedFields'
import { useDraft, useValue } from '../form/store/useDraft'
import { languageName } from '../i18n/format'
import { chainInWords } from './chainInWords'
import { FallbackOrder } from './FallbackOrder'
import { LanguageChanges } from './LanguageChanges'
import { chainOf, languagesOf, withLocales } from './languages'

/** The languages of a site, which one answers for which, and what a change of them means to visitors. */
export function SiteHead() {
  const { t } = useTranslation('sites')
  const { isReadOnly } = useEdited()
  const { problems } = useForm()
  const draft = useDraft()
  const [locales] = useValue<string[]>(['locales'])
  const [main, setMain] = useValue<string>(['default_locale'])
  const [fallback, setFallback] = useValue<string[]>(['fallback_order'])
  const languages = languagesOf({ locales, default_locale: main, fallback_order: fallback })
  const wrong = (field: string) => problems.find((one) => one.field === field && one.code !== 'LOCALE_IN_USE')?.message

  function choose(chosen: string[]) {
    const next = withLocales(languages, chosen)
    draft.edit((content) => ({
      ...content,
      data: { ...content.data, locales: next.locales, fallback_order: next.fallback, default_locale: next.main },
    }))
  }

  return (
    <Card withBorder component="section" aria-label={t('languages')}>
      <Title order={2} size="h4" mb="sm">
        {t('languages')}
      </Title>
      <Stack>
        <MultiSelect
          id={fieldId(['locales'])}
          label={t('locales')}
          description={t('localesHint')}
          data={[...new Set([...LOCALES, ...languages.locales])].map(asChoice)}
          value={languages.locales}
          onChange={choose}
          error={wrong('locales')}
          searchable
          selectFirstOptionOnChange
          hidePickedOptions
          disabled={isReadOnly}
          withAsterisk
        />
        <Select
          id={fieldId(['default_locale'])}
          label={t('main')}
          description={t('mainHint')}
          data={languages.locales.map(asChoice)}
          value={languages.main}
          onChange={setMain}
          error={wrong('default_locale')}
          allowDeselect={false}
          disabled={isReadOnly}
          withAsterisk
          maw={320}
        />
        <FallbackOrder
          order={languages.fallback}
          locales={languages.locales}
          onChange={setFallback}
          error={wrong('fallback_order')}
          isReadOnly={isReadOnly}
        />
        {languages.locales.length > 1 && (
          <div>
            <Text size="sm" fw={500}>
              {t('meaning')}
            </Text>
            <List size="sm">
              {languages.locales.map((one) => (
                <List.Item key={one}>{chainInWords(t, one, chainOf(one, languages))}</List.Item>
              ))}
            </List>
          </div>
        )}
        <LanguageChanges next={languages} />
      </Stack>
    </Card>
  )
}

const asChoice = (value: string) => ({ value, label: languageName(value) })
