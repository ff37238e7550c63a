import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRights } from '../session/useRights'
import { EmptyState } from '../ui/EmptyState'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { Paged } from '../ui/Paged'
import { Rows } from '../ui/Row'
import { Section } from '../ui/Section'
import { ExportForm } from './ExportForm'
import { TransfersDocument } from './gql/graphql'
import { ImportForm } from './ImportForm'
import { RIGHT } from './right'
import { isUnderWay, TransferRow } from './TransferRow'

/** Whole sites carried out of the CMS, and into it. */
export function Transfers() {
  const { t } = useTranslation('transfers')
  const { may, isKnown } = useRights()
  if (isKnown && !may(RIGHT)) return <NotYours title={t('title')} />
  return (
    <Page title={t('title')}>
      <Stack>
        <Text c="dimmed" maw={640}>
          {t('hint')}
        </Text>
        <SimpleGrid cols={{ base: 1, md: 2 }} style={{ alignItems: 'start' }}>
          <ExportForm />
          <ImportForm />
        </SimpleGrid>
        <Section title={t('log')} hint={t('logHint')}>
          <Paged
            query={TransfersDocument}
            wanted={{}}
            of={(data) => data.transfers}
            isMoving={(transfers) => transfers.some(isUnderWay)}
            empty={<EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
          >
            {(transfers) => (
              <Rows label={t('log')}>
                {transfers.map((transfer) => (
                  <TransferRow key={transfer.id} transfer={transfer} />
                ))}
              </Rows>
            )}
          </Paged>
        </Section>
      </Stack>
    </Page>
  )
}
