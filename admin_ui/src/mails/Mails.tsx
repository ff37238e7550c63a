import { Group, SegmentedControl, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRights } from '../session/useRights'
import { EmptyState } from '../ui/EmptyState'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { Paged } from '../ui/Paged'
import { Rows } from '../ui/Row'
import { SearchField } from '../ui/SearchField'
import { useAddressFilter } from '../ui/useAddressFilter'
import { type MailState, MailsDocument } from './gql/graphql'
import { MailRow } from './MailRow'
import { RIGHT } from './right'

const STATES: MailState[] = ['WAITING', 'SENT', 'KEPT', 'FAILED']
const NAMES = ['state', 'to'] as const

/** What the CMS wrote to people, and what became of it. */
export function Mails() {
  const { t } = useTranslation('mails')
  const { may, isKnown } = useRights()
  const { filter, choose } = useAddressFilter(NAMES)
  const state = STATES.find((one) => one === filter.state) ?? null
  const to = filter.to ?? ''
  if (isKnown && !may(RIGHT) && !may('manage_people')) return <NotYours title={t('title')} />
  return (
    <Page title={t('title')}>
      <Text c="dimmed" mb="md" maw={640}>
        {t('hint')}
      </Text>
      <Group mb="sm">
        <SegmentedControl
          size="xs"
          maw="100%"
          aria-label={t('state')}
          data={['', ...STATES].map((value) => ({ value, label: t(value ? `states.${value}` : 'anyState') }))}
          value={state ?? ''}
          onChange={(value) => choose('state', value)}
        />
        <SearchField
          label={t('search')}
          value={to}
          onSearch={(address) => choose('to', address)}
          maxLength={254}
          miw={200}
          maw={360}
        />
      </Group>
      <Paged
        query={MailsDocument}
        wanted={{ filter: { state, to: to.trim().toLowerCase() || null } }}
        of={(data) => data.mails}
        isMoving={(mails) => mails.some((one) => one.state === 'WAITING')}
        empty={
          <EmptyState title={t(state || to ? 'noneLike' : 'none')}>{t(to ? 'noneLikeHint' : 'noneHint')}</EmptyState>
        }
      >
        {(mails) => (
          <Rows label={t('title')}>
            {mails.map((mail) => (
              <MailRow key={mail.id} mail={mail} />
            ))}
          </Rows>
        )}
      </Paged>
    </Page>
  )
}
