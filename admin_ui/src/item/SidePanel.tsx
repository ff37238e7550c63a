import { Accordion, Badge, Button, Drawer, Group, ScrollArea, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLayoutSidebarRight } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useSurroundings } from '../collaboration/SurroundingsContext'
import { PublishingPanel } from '../publishing/PublishingPanel'
import type { Publishing } from '../publishing/usePublishing'
import { SkeletonRows } from '../ui/SkeletonRows'

const HistoryPanel = lazy(async () => ({ default: (await import('../history/HistoryPanel')).HistoryPanel }))
const WhereUsed = lazy(async () => ({ default: (await import('../collaboration/WhereUsed')).WhereUsed }))
const Sharing = lazy(async () => ({ default: (await import('../collaboration/Sharing')).Sharing }))

const CommentsPanel = lazy(async () => ({ default: (await import('../collaboration/CommentsPanel')).CommentsPanel }))
const TranslationPanel = lazy(async () => ({
  default: (await import('../collaboration/TranslationPanel')).TranslationPanel,
}))

const PARTS = {
  comments: CommentsPanel,
  translation: TranslationPanel,
  history: HistoryPanel,
  used: WhereUsed,
  sites: Sharing,
}

/** Publication first; everything else stays folded away until somebody, or the address, wants it. */
export function SidePanel({ publishing }: { publishing: Publishing }) {
  const { t } = useTranslation('item')
  const { openComments, openTexts } = useSurroundings()
  const [address] = useSearchParams()
  const counts: Record<string, number> = { comments: openComments, translation: openTexts.size }
  return (
    <Stack gap="sm">
      <PublishingPanel publishing={publishing} />
      <Accordion multiple variant="contained" keepMounted={false} order={2} defaultValue={address.getAll('panel')}>
        {Object.entries(PARTS).map(([name, Part]) => (
          <Accordion.Item key={name} value={name}>
            <Accordion.Control>
              <Group justify="space-between" wrap="nowrap">
                {t(`panel.${name}`)}
                <Count value={counts[name]} />
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Suspense fallback={<SkeletonRows rows={3} height={28} />}>
                <Part />
              </Suspense>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  )
}

/** How much there is to do, where there is anything. */
function Count({ value }: { value: number | undefined }) {
  return value ? (
    <Badge variant="light" color="gray" size="sm">
      {value}
    </Badge>
  ) : null
}

/** Beside the form where there is room. */
export function SideColumn({ children }: { children: ReactNode }) {
  return (
    <ScrollArea.Autosize mah="calc(100dvh - 9rem)" pos="sticky" top={128} type="hover" scrollbars="y" scrollbarSize={6}>
      {children}
    </ScrollArea.Autosize>
  )
}

/** Where there is not: behind a button. */
export function SideDrawer({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['item', 'ui'])
  const [isOpen, drawer] = useDisclosure(false)
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconLayoutSidebarRight size={16} aria-hidden />}
        onClick={drawer.open}
      >
        {t('panel.open')}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={drawer.close}
        position="right"
        size="md"
        title={t('panel.open')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {children}
      </Drawer>
    </>
  )
}
