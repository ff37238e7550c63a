import { SimpleGrid, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session/SessionProvider'
import { Page } from '../ui/Page'
import { ApplicationsPanel } from './ApplicationsPanel'
import { EditionsPanel } from './EditionsPanel'
import { MinePanel } from './MinePanel'
import { NewButtons } from './NewButtons'
import { ScheduledPanel } from './ScheduledPanel'
import { TroubleNotice } from './TroubleNotice'
import { WaitingPanels } from './WaitingPanels'

/** What waits for one, what one did last, what is to happen, and how far the editions are. */
export function Home() {
  const { t } = useTranslation('home')
  const { person } = useSession()
  return (
    <Page title={t('title', { name: person.name })} actions={<NewButtons />}>
      <TroubleNotice />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        <Stack gap="md" miw={0}>
          <ApplicationsPanel />
          <WaitingPanels />
          <MinePanel />
        </Stack>
        <Stack gap="md" miw={0}>
          <EditionsPanel />
          <ScheduledPanel />
        </Stack>
      </SimpleGrid>
    </Page>
  )
}
