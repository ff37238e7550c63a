import { Button, Grid, Group, Skeleton, Stack } from '@mantine/core'
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks'
import { IconEye } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useMemo, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { OwnSites } from '../collaboration/OwnSites'
import { PresenceBar } from '../collaboration/PresenceBar'
import { SurroundingsProvider } from '../collaboration/SurroundingsContext'
import { currentLanguage } from '../i18n'
import { PublishingDialogs } from '../publishing/PublishingDialogs'
import { usePublishing } from '../publishing/usePublishing'
import { Page } from '../ui/Page'
import { EditorHead } from './EditorHead'
import './editor.css'
import { EditedProvider, useEdited } from '../editing/EditedContext'
import { type OpenedProps, useOpened } from '../editing/useOpened'
import { FormProvider, type FormSurroundings } from '../form/FormContext'
import { ProblemSummary } from '../form/ProblemSummary'
import { isObject } from '../form/store/json'
import { DraftProvider } from '../form/store/useDraft'
import { useUndoKeys } from '../form/useUndoKeys'
import { EditorToolbar } from './EditorToolbar'
import { FormGroups } from './FormGroups'
import { LeavingDialog } from './LeavingDialog'
import { ReadOnlyNotice } from './ReadOnlyNotice'
import { SaveStatus } from './SaveStatus'
import { SaveTrouble } from './SaveTrouble'
import { SideColumn, SideDrawer, SidePanel } from './SidePanel'

const IS_WIDE = '(min-width: 75em)'
const ConflictDialog = lazy(async () => ({ default: (await import('../history/ConflictDialog')).ConflictDialog }))
const ReplacedNotice = lazy(async () => ({ default: (await import('./ReplacedNotice')).ReplacedNotice }))
const PreviewPane = lazy(async () => ({ default: (await import('../preview/PreviewPane')).PreviewPane }))

/** The form of one item, and all that stands around it. */
export function OpenedItem(props: OpenedProps) {
  const { edited, beside, showBeside } = useOpened(props)
  return (
    <EditedProvider value={edited}>
      <DraftProvider draft={edited.draft}>
        <SurroundingsProvider>
          <Surroundings beside={beside} showBeside={showBeside} />
        </SurroundingsProvider>
      </DraftProvider>
    </EditedProvider>
  )
}

type Props = { beside: string | null; showBeside: (locale: string | null) => void }

function Surroundings({ beside, showBeside }: Props) {
  const { t } = useTranslation('item')
  const { saving, draft, isReadOnly, replaced } = useEdited()
  useUndoKeys(draft, isReadOnly)
  const publishing = usePublishing()
  const [isComparing, setComparing] = useState(false)
  const [isPreviewing, preview] = useDisclosure(false)
  const isWide = useMediaQuery(IS_WIDE, true, { getInitialValueInEffect: false })
  useHotkeys(
    [
      ['mod+S', () => void saving.save()],
      ['mod+Enter', () => void publishing.ask('publish')],
    ],
    [],
    true,
  )
  const panel = <SidePanel publishing={publishing} />
  const previewPane = (
    <Suspense fallback={<Skeleton height={400} />}>
      <PreviewPane onClose={preview.close} />
    </Suspense>
  )
  const actions = (
    <>
      {!isReadOnly && <SaveStatus saving={saving} />}
      <Button
        size="xs"
        variant={isPreviewing ? 'light' : 'default'}
        leftSection={<IconEye size={16} aria-hidden />}
        onClick={preview.toggle}
        aria-pressed={isPreviewing}
      >
        {t('preview')}
      </Button>
      {(!isWide || isPreviewing) && <SideDrawer>{panel}</SideDrawer>}
    </>
  )
  return (
    <TitledPage>
      <PresenceBar />
      <div className="editor-bar">
        <Group justify="space-between" gap="xs">
          <EditorToolbar beside={beside} showBeside={showBeside} />
          <Group gap="xs">{actions}</Group>
        </Group>
        <SaveTrouble onCompare={() => setComparing(true)} />
        <Suspense>{replaced && <ReplacedNotice replaced={replaced} />}</Suspense>
      </div>
      <Grid gap="md">
        <Grid.Col span={isWide ? (isPreviewing ? 6 : 8.4) : 12}>
          <Stack>
            {isPreviewing && !isWide && previewPane}
            <ReadOnlyNotice />
            <OwnSites />
            <Form source={beside} />
          </Stack>
        </Grid.Col>
        {isWide && (
          <Grid.Col span={isPreviewing ? 6 : 3.6}>
            <SideColumn>{isPreviewing ? previewPane : panel}</SideColumn>
          </Grid.Col>
        )}
      </Grid>
      <PublishingDialogs publishing={publishing} />
      <Suspense>{isComparing && <ConflictDialog opened onClose={() => setComparing(false)} />}</Suspense>
      <LeavingDialog />
    </TitledPage>
  )
}

/** What is around it is not drawn anew with every key of the title. */
function TitledPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation('form')
  return <Page title={useTitle() || t('untitled')}>{children}</Page>
}

/** As it stands in the form, in the language that is edited, else as the server calls it. */
function useTitle(): string {
  const { item, form, draft, locale } = useEdited()
  const options = form.fields.find(({ name }) => name === form.titleField)?.options ?? []
  return useSyncExternalStore(draft.subscribe, () => {
    const written = draft.valueAt([form.titleField])
    const labels = options.find(({ value }) => value === written)?.labels
    if (labels) return labels.find((one) => one.locale === currentLanguage())?.text ?? item.title
    const text = isObject(written) ? written[locale] : written
    return typeof text === 'string' && text.trim() ? text : item.title
  })
}

/** Drawn anew only when what its fields need to know changes, not with every save. */
function Form({ source }: { source: string | null }) {
  const { item, form, locale, isReadOnly, problems, saving } = useEdited()
  const surroundings: FormSurroundings = useMemo(
    () => ({ form, site: item.site, locale, source, isReadOnly, problems }),
    [form, item.site, locale, source, isReadOnly, problems],
  )
  return (
    <FormProvider value={surroundings}>
      {!isReadOnly && saving.state !== 'refused' && <ProblemSummary problems={problems} />}
      <EditorHead />
      <FormGroups />
    </FormProvider>
  )
}
