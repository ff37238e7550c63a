import { Group, SegmentedControl, Select, Stack } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker, useParams } from 'react-router'
import { useQuery } from 'urql'
import { languageName } from '../i18n/format'
import { NotThere } from '../shell/NotThere'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { SkeletonRows } from '../ui/SkeletonRows'
import { FormProvider, type FormSurroundings, type TypeForm } from './FormContext'
import { FormGroups } from './FormGroups'
import { type EditedFragment, EditedItemDocument, FormsDocument, ItemProblemsDocument } from './gql/graphql'
import { ProblemSummary } from './ProblemSummary'
import { SaveStatus } from './SaveStatus'
import { DraftStore } from './store/DraftStore'
import { DraftProvider } from './store/useDraft'
import { savedItem, useAutosave } from './useAutosave'

/** The form of one item. */
export function ItemEditor() {
  const { id = '' } = useParams()
  const [{ data: forms, error: formsError }] = useQuery({ query: FormsDocument })
  const [{ data, error, fetching }, again] = useQuery({
    query: EditedItemDocument,
    variables: { id },
    requestPolicy: 'network-only',
  })
  const failure = error ?? formsError
  const isMissing = failure?.graphQLErrors.some((one) => one.extensions.code === 'NOT_FOUND')
  if (isMissing || (data && !data.item && !fetching)) return <NotThere />
  if (failure) return <Failure error={failure} retry={() => again({ requestPolicy: 'network-only' })} />
  const form = forms?.contentTypes.find((one) => one.name === data?.item?.type)
  if (!form || data?.item?.id !== id) return <SkeletonRows rows={10} height={56} />
  return <OpenedItem key={id} item={data.item} form={form} />
}

function OpenedItem({ item: opened, form }: { item: EditedFragment; form: TypeForm }) {
  const { t } = useTranslation(['editor', 'content-types'])
  const [item, setItem] = useState(opened)
  const draft = useMemo(() => new DraftStore(savedItem(opened)), [opened])
  const saving = useAutosave(item.id, draft, setItem)
  const locales = useLocales(item)
  const [locale, setLocale] = useState(locales[0] ?? 'en')
  const [source, setSource] = useState<string | null>(null)
  const [{ data: checked }] = useQuery({
    query: ItemProblemsDocument,
    variables: { id: item.id, locale },
    requestPolicy: 'cache-and-network',
  })
  useBlocker(({ currentLocation, nextLocation }) => {
    if (currentLocation.pathname === nextLocation.pathname || !draft.isChanged) return false
    void saving.save()
    return !window.confirm(t('leaveUnsaved'))
  })
  useHotkeys([['mod+S', () => void saving.save()]], [])

  const isReadOnly = !item.rights.includes('update') || item.deletedAt !== null
  const problems = useMemo(() => [...saving.problems, ...(checked?.item?.problems ?? [])], [saving.problems, checked])
  const surroundings: FormSurroundings = useMemo(
    () => ({ form, locale, source, isReadOnly, problems }),
    [form, locale, source, isReadOnly, problems],
  )

  return (
    <Page title={item.title || t('untitled')} actions={<SaveStatus saving={saving} />}>
      <Group mb="md" gap="md">
        <SegmentedControl
          aria-label={t('language')}
          data={locales.map((value) => ({ value, label: languageName(value) }))}
          value={locale}
          onChange={setLocale}
        />
        <Select
          aria-label={t('beside')}
          placeholder={t('beside')}
          data={locales.filter((one) => one !== locale).map((value) => ({ value, label: languageName(value) }))}
          value={source}
          onChange={setSource}
          clearable
          w={220}
        />
      </Group>
      <DraftProvider draft={draft}>
        <FormProvider value={surroundings}>
          <Stack>
            <ProblemSummary problems={problems} refusal={saving.refusal} />
            <FormGroups />
          </Stack>
        </FormProvider>
      </DraftProvider>
    </Page>
  )
}

/** The languages the item may be written in; those of its sites come first. */
function useLocales(item: EditedFragment): string[] {
  return [...new Set(['en', 'cs', 'bg', ...item.states.map((one) => one.locale)])]
}
