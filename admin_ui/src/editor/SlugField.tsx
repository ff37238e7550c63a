import { TextInput } from '@mantine/core'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { firstField } from '../commands/firstField'
import { useForm } from './FormContext'
import { fieldId } from './fields/fieldProps'
import { slugFrom } from './slugFrom'
import { useDraft } from './store/useDraft'

/** The item's address in the language that is edited. */
export function SlugField() {
  const { t } = useTranslation('editor')
  const { locale, isReadOnly, problems } = useForm()
  const draft = useDraft()
  const slug = useSyncExternalStore(draft.subscribe, () => draft.slugs[locale] ?? '')
  useSlugOfTitle(slug === '' && !isReadOnly)
  const found = problems.find((one) => one.field === 'slugs' && (!one.locale || one.locale === locale))
  return (
    <TextInput
      id="field-slugs"
      label={t('slug')}
      description={t('slugHint')}
      value={slug}
      error={found?.message}
      readOnly={isReadOnly}
      data-only-read={isReadOnly || undefined}
      onChange={(event) => draft.setSlug(locale, event.currentTarget.value)}
      maw={520}
    />
  )
}

/** A language without an address gets one as soon as its title is written; nobody has to know that it needs one. */
function useSlugOfTitle(isWanted: boolean): void {
  const { form, locale } = useForm()
  const draft = useDraft()
  const name = firstField(form)?.name
  useEffect(() => {
    if (!isWanted || !name) return
    const propose = (event: FocusEvent) => {
      if ((event.target as HTMLElement | null)?.id !== fieldId([name, locale])) return
      const title = draft.valueAt([name, locale])
      const slug = typeof title === 'string' ? slugFrom(title) : ''
      if (slug && !draft.slugs[locale]) draft.setSlug(locale, slug)
    }
    document.addEventListener('focusout', propose)
    return () => document.removeEventListener('focusout', propose)
  }, [isWanted, name, locale, draft])
}
