import { Button, Stack, TextInput } from '@mantine/core'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { firstField } from '../content-types/firstField'
import { useEdited } from '../editing/EditedContext'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import type { DraftStore } from '../form/store/DraftStore'
import { useDraft } from '../form/store/useDraft'

/** The item's address in the language that is edited. */
export function SlugField() {
  const { t } = useTranslation(['item', 'form'])
  const { locale, isReadOnly, problems } = useForm()
  const draft = useDraft()
  const slug = useSyncExternalStore(draft.subscribe, () => draft.slugs[locale] ?? '')
  useSlugOfTitle(slug === '' && !isReadOnly)
  const found = problems.find((one) => one.field === 'slugs' && (!one.locale || one.locale === locale))
  return (
    <Stack gap="xs" align="start">
      <TextInput
        id="field-slugs"
        label={t('form:slug')}
        description={t('slugHint')}
        value={slug}
        error={found?.message}
        readOnly={isReadOnly}
        data-only-read={isReadOnly || undefined}
        onChange={(event) => draft.setSlug(locale, event.currentTarget.value)}
        maw={520}
        w="100%"
      />
      {found?.code === 'LEADS_ELSEWHERE' && <TakeAddress />}
    </Stack>
  )
}

/** Only for the very address that was refused: with the next key it is another one. */
function TakeAddress() {
  const { t } = useTranslation('item')
  const { saving } = useEdited()
  if (saving.state !== 'refused') return null
  return (
    <Button variant="default" size="xs" onClick={() => void saving.takeAddresses()}>
      {t('slugTake')}
    </Button>
  )
}

/**
 * A language without an address gets one as soon as its title is written; nobody has to know that it needs one. A title
 * that was copied from another language and not touched makes none.
 */
function useSlugOfTitle(isWanted: boolean): void {
  const { form, locale } = useForm()
  const draft = useDraft()
  const name = firstField(form)?.name
  useEffect(() => {
    if (!isWanted || !name) return
    let before: unknown
    const look = ({ type, target }: FocusEvent) => {
      if ((target as HTMLElement | null)?.id !== fieldId([name, locale])) return
      const title = draft.valueAt([name, locale])
      if (type === 'focusin') before = title
      else if (title !== before) void propose(title)
    }
    const propose = async (title: unknown) => {
      // the table of letters is loaded for whoever writes a title
      const { slugOf } = await import('../words/slug')
      const slug = typeof title === 'string' ? slugOf(title, yearAt(draft, form.slugDate)) : ''
      if (slug && !draft.slugs[locale]) draft.setSlug(locale, slug)
    }
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', look)
    }
  }, [isWanted, name, locale, draft, form.slugDate])
}

/** As text, "" where the type's addresses have none or it is not known yet. */
function yearAt(draft: DraftStore, field: string): string {
  const day = field ? draft.valueAt([field]) : ''
  return typeof day === 'string' ? day.slice(0, 4) : ''
}
