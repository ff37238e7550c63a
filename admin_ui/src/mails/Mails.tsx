import { Group, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useRights } from '../session/useRights'
import { EmptyState } from '../ui/EmptyState'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { Paged } from '../ui/Paged'
import { Rows } from '../ui/Row'
import { type MailState, MailsDocument } from './gql/graphql'
import { MailRow } from './MailRow'
import { RIGHT } from './right'

const STATES: MailState[] = ['WAITING', 'SENT', 'KEPT', 'FAILED']

/** What the CMS wrote to people, and what became of it. */
export function Mails() {
  const { t } = useTranslation('mails')
  const { may, isKnown } = useRights()
  const [wanted, setWanted] = useSearchParams()
  const state = STATES.find((one) => one === wanted.get('state')) ?? null
  const to = wanted.get('to') ?? ''
  const [settled] = useDebouncedValue(to, 300)
  if (isKnown && !may(RIGHT) && !may('manage_people')) return <NotYours title={t('title')} />

  function choose(name: string, value: string) {
    const after = new URLSearchParams(wanted)
    if (value) after.set(name, value)
    else after.delete(name)
    setWanted(after, { replace: true })
  }

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
        <TextInput
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('search')}
          placeholder={t('search')}
          value={to}
          onChange={(event) => choose('to', event.currentTarget.value)}
          maxLength={254}
          flex={1}
          miw={200}
          maw={360}
        />
      </Group>
      <Paged
        query={MailsDocument}
        wanted={{ filter: { state, to: settled.trim().toLowerCase() || null } }}
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
