import { Button, Group, List, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { Refusal } from '../ui/Refusal'
import { SkeletonRows } from '../ui/SkeletonRows'
import { type DeletedItemFragment, LostByPurgingDocument, PurgeDeletedDocument } from './gql/graphql'

type Props = { item: DeletedItemFragment; onDone: () => void; onClose: () => void }

/** Asks before something goes for good, and says what goes with it. */
export function PurgeDialog({ item, onDone, onClose }: Props) {
  const { t } = useTranslation(['bin', 'ui'])
  const { run, refusal, isBusy } = useVerb(PurgeDeletedDocument)
  const title = item.title || t('untitled')

  async function purge() {
    if (!(await run({ id: item.id }))) return
    notifications.show({ message: t('purged', { title }), color: 'teal' })
    onClose()
    onDone()
  }

  return (
    <Modal opened onClose={onClose} title={t('sure', { title })} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        <Text size="sm">{t('sureHint')}</Text>
        <Losses id={item.id} />
        <Refusal refusal={refusal} area="bin" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('ui:cancel')}
          </Button>
          <Button color="red" loading={isBusy} onClick={() => void purge()}>
            {t('purge')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** What refers to it still, and would do so in vain for ever. */
function Losses({ id }: { id: string }) {
  const { t } = useTranslation('bin')
  const [{ data, fetching }] = useQuery({
    query: LostByPurgingDocument,
    variables: { id },
    requestPolicy: 'network-only',
  })
  const impact = data?.impact
  if (fetching && !impact) return <SkeletonRows rows={1} height={22} />
  if (!impact) return null
  const { draft, overrides } = impact
  const used = [...new Map(draft.nodes.map(({ item }) => [item?.id ?? '', item])).values()]
  return (
    <Stack gap={4}>
      <Text size="sm">{draft.totalCount ? t('usedBy', { count: draft.totalCount }) : t('notUsed')}</Text>
      {used.length > 0 && (
        <List size="sm">
          {used.map((one) => (
            <List.Item key={one?.id ?? ''}>{one ? one.title || t('untitled') : t('unreadable')}</List.Item>
          ))}
        </List>
      )}
      {overrides.length > 0 && (
        <Text size="sm">{t('overrides', { sites: overrides.map(({ site }) => site).join(', ') })}</Text>
      )}
    </Stack>
  )
}
