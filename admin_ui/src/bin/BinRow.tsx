import { Anchor, Button, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp } from '@tabler/icons-react'
import { type MouseEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useHref, useNavigate } from 'react-router'
import { useVerb } from '../api/useVerb'
import { useFrame } from '../content-types/useFrame'
import { day, moment } from '../i18n/format'
import { ListedRow } from '../ui/ListedRow'
import { Refusal } from '../ui/Refusal'
import { type DeletedItemFragment, RestoreDeletedDocument } from './gql/graphql'
import { PurgeDialog } from './PurgeDialog'

/** The way to what came back is in the notice. */
const LONG_ENOUGH_MS = 12_000

/** One deleted item: what it was, until when it is kept, and the two ways out. */
export function BinRow({ item, onGone }: { item: DeletedItemFragment; onGone: () => void }) {
  const { t } = useTranslation(['bin', 'content-types'])
  const { sites } = useFrame('Site')
  const restore = useVerb(RestoreDeletedDocument)
  const [isPurging, setPurging] = useState(false)
  const title = item.title || t('untitled')
  const address = `/content/${item.type}/${item.id}`
  const href = useHref(address)
  const navigate = useNavigate()
  const site = sites.find(({ key }) => key === item.site)?.name ?? item.site

  async function bringBack() {
    if (!(await restore.run({ id: item.id }))) return
    // notifications stand outside the router
    function open(event: MouseEvent) {
      event.preventDefault()
      void navigate(address)
    }
    const message = (
      <>
        {t('restored', { title })}{' '}
        <Anchor href={href} onClick={open} size="sm" underline="always">
          {t('open')}
        </Anchor>
      </>
    )
    notifications.show({ message, color: 'teal', autoClose: LONG_ENOUGH_MS })
  }

  const actions = (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        loading={restore.isBusy}
        onClick={() => void bringBack()}
        aria-label={t('restoreOne', { title })}
      >
        {t('restore')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        c="red"
        color="red"
        onClick={() => setPurging(true)}
        aria-label={t('purgeOne', { title })}
      >
        {t('purge')}
      </Button>
    </>
  )
  return (
    <ListedRow actions={actions}>
      <Text component={Link} to={address} fw={500} c="inherit">
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`content-types:singular.${item.type}`)} · {site}
      </Text>
      <Text size="sm" c="dimmed">
        {item.deletedAt && t('deleted', { at: moment(item.deletedAt), by: item.deletedBy?.name ?? t('somebody') })}
        {item.goneAt && ` ${t('goneAt', { at: day(item.goneAt) })}`}
      </Text>
      <Refusal refusal={restore.refusal} area="bin" />
      {isPurging && <PurgeDialog item={item} onDone={onGone} onClose={() => setPurging(false)} />}
    </ListedRow>
  )
}
