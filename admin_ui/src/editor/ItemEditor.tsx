import { Box, Grid, Group, SegmentedControl, Select, Stack } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker, useParams } from 'react-router'
import { useQuery } from 'urql'
import { languageName } from '../i18n/format'
import { ReadinessDocument } from '../publishing/gql/graphql'
import { PublishingPanel } from '../publishing/PublishingPanel'
import { NotThere } from '../shell/NotThere'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { SkeletonRows } from '../ui/SkeletonRows'
import { FormProvider, type FormSurroundings, type FoundProblem, type TypeForm } from './FormContext'
import { FormGroups } from './FormGroups'
import { type EditedFragment, FormsDocument, ItemProblemsDocument } from './gql/graphql'
import { ProblemSummary } from './ProblemSummary'
import { SaveStatus } from './SaveStatus'
import { DraftStore } from './store/DraftStore'
import { DraftProvider } from './store/useDraft'
import { savedItem, useAutosave } from './useAutosave'
import { useLoadedItem } from './useLoadedItem'

/** The form of one item. */
export function ItemEditor() {
  const { id = '' } = useParams()
  const [{ data: forms, error: formsError }] = useQuery({ query: FormsDocument })
  const { item, error, isMissing, again } = useLoadedItem(id)
  const failure = error ?? formsError
  if (isMissing) return <NotThere />
  if (failure) return <Failure error={failure} retry={again} />
  const form = forms?.contentTypes.find((one) => one.name === item?.type)
  if (!form || item?.id !== id) return <SkeletonRows rows={10} height={56} />
  return <OpenedItem key={id} item={item} form={form} />
}

function OpenedItem({ item: opened, form }: { item: EditedFragment; form: TypeForm }) {
  const { t } = useTranslation(['editor', 'content-types'])
  const [item, setItem] = useState(opened)
  const [draft] = useState(() => new DraftStore(savedItem(opened)))
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

  const [refused, setRefused] = useState<FoundProblem[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was refused is checked anew once it is saved
  useEffect(() => setRefused([]), [item.version])
  const [{ data: ready }] = useQuery({ query: ReadinessDocument, variables: { id: item.id, locale } })
  const standing = item.states.find((one) => one.locale === locale) ?? ready?.item?.state ?? notBegun(locale)

  const isReadOnly = !item.rights.includes('update') || item.deletedAt !== null
  const problems = useMemo(
    () => distinct([...saving.problems, ...(checked?.item?.problems ?? []), ...refused]),
    [saving.problems, checked, refused],
  )
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
          <Grid>
            <Grid.Col span={{ base: 12, lg: 8.5 }}>
              <Stack>
                <ProblemSummary problems={problems} refusal={saving.refusal} />
                <FormGroups />
              </Stack>
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 3.5 }}>
              <Box pos="sticky" top={72}>
                <PublishingPanel
                  key={locale}
                  id={item.id}
                  standing={standing}
                  save={saving.save}
                  onDone={setItem}
                  onProblems={setRefused}
                />
              </Box>
            </Grid.Col>
          </Grid>
        </FormProvider>
      </DraftProvider>
    </Page>
  )
}

/** The languages the item may be written in; those of its sites come first. */
function useLocales(item: EditedFragment): string[] {
  return [...new Set(['en', 'cs', 'bg', ...item.states.map((one) => one.locale)])]
}

function notBegun(locale: string): EditedFragment['states'][number] {
  return {
    locale,
    state: 'private',
    isChanged: false,
    liveVersion: null,
    publishedAt: null,
    effective: null,
    expires: null,
    allowedTransitions: [],
  }
}

function distinct(problems: FoundProblem[]): FoundProblem[] {
  return [...new Map(problems.map((one) => [`${one.field}/${one.locale}/${one.code}`, one])).values()]
}
