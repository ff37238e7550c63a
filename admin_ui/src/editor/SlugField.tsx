import { TextInput } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useForm } from './FormContext'
import { useDraft } from './store/useDraft'

/** The item's address in the language that is edited. */
export function SlugField() {
  const { t } = useTranslation('editor')
  const { locale, isReadOnly, problems } = useForm()
  const draft = useDraft()
  const slug = useSyncExternalStore(draft.subscribe, () => draft.slugs[locale] ?? '')
  const found = problems.find((one) => one.field === 'slugs' && (!one.locale || one.locale === locale))
  return (
    <TextInput
      id="field-slugs"
      label={t('slug')}
      description={t('slugHint')}
      value={slug}
      error={found?.message}
      disabled={isReadOnly}
      onChange={(event) => draft.setSlug(locale, event.currentTarget.value)}
      maw={520}
    />
  )
}
