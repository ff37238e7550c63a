import { Alert, Button, Group, Modal, Select, SimpleGrid, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { useEdited } from '../editing/EditedContext'
import { moment } from '../i18n/format'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'
import { DifferenceList } from './DifferenceList'
import { DifferencesDocument, RestoreVersionDocument } from './gql/graphql'
import type { ListedVersion } from './HistoryPanel'

/** `since`: the version to compare with, without it the one before. */
type Props = { versions: ListedVersion[]; opened: number; since?: number; onClose: () => void }

/** Two versions beside each other; the earlier one can be made the draft again. */
export function CompareDialog({ versions, opened, since = opened - 1, onClose }: Props) {
  const { t } = useTranslation(['history', 'ui'])
  const { item, isReadOnly } = useEdited()
  const earlier = versions.find((one) => one.version <= since)?.version
  const [from, setFrom] = useState(earlier ?? opened)
  const [to, setTo] = useState(opened)
  const options = versions.map((one) => ({ value: String(one.version), label: labelOf(one) }))
  return (
    <Modal opened onClose={onClose} size="xl" title={t('compare')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('from')}
            data={options}
            value={String(from)}
            onChange={(next) => next && setFrom(Number(next))}
            allowDeselect={false}
          />
          <Select
            label={t('to')}
            data={options}
            value={String(to)}
            onChange={(next) => next && setTo(Number(next))}
            allowDeselect={false}
          />
        </SimpleGrid>
        <Compared from={Math.min(from, to)} to={Math.max(from, to)} />
        {!isReadOnly && opened !== item.version && <Restore version={opened} onDone={onClose} />}
      </Stack>
    </Modal>
  )

  function labelOf({ version, by, at }: ListedVersion): string {
    return [t('number', { number: version }), by?.name, moment(at)].filter(Boolean).join(' · ')
  }
}

function Compared({ from, to }: { from: number; to: number }) {
  const { t } = useTranslation('history')
  const { item, form, locale } = useEdited()
  const [{ data, error, fetching }, again] = useQuery({
    query: DifferencesDocument,
    variables: { id: item.id, from, to },
  })
  if (error) return <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />
  if (fetching || !data) return <SkeletonRows rows={4} height={40} />
  if (!data.differences?.length) return <Text c="dimmed">{t(from === to ? 'sameVersion' : 'noDifference')}</Text>
  return (
    <DifferenceList
      differences={data.differences}
      form={form}
      before={data.before?.data}
      after={data.after?.data}
      language={locale}
    />
  )
}

function Restore({ version, onDone }: { version: number; onDone: () => void }) {
  const { t } = useTranslation(['history', 'ui'])
  const { item, adopt, saving } = useEdited()
  const client = useClient()
  const [refusal, setRefusal] = useState<string | null>(null)

  async function restore() {
    if (!(await saving.save())) return setRefusal(t('saveFirst'))
    const { data, error } = await client
      .mutation(RestoreVersionDocument, { input: { id: item.id, version } })
      .toPromise()
    const result = data?.result
    if (!result?.item) return setRefusal(result?.refusal?.message ?? noAnswer(error))
    adopt(result.item)
    notifications.show({ message: t('restored', { number: version }), color: 'teal' })
    onDone()
  }

  return (
    <Group justify="space-between">
      <Text size="sm" c="dimmed">
        {t('restoreHint')}
      </Text>
      <Button variant="default" onClick={() => void restore()}>
        {t('restore', { number: version })}
      </Button>
      {refusal && (
        <Alert color="red" variant="light" role="alert" w="100%">
          {refusal}
        </Alert>
      )}
    </Group>
  )
}
