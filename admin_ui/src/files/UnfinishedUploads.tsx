import { Button, Card, Group, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { when } from '../i18n/format'
import { bytes } from './facts'
import { CancelUploadDocument, UnfinishedUploadsDocument, type UnfinishedUploadsQuery } from './gql/graphql'
import { PickFiles } from './PickFiles'
import type { Purpose } from './uploading/upload'
import { uploads, useUploads } from './uploading/uploads'

type Unfinished = UnfinishedUploadsQuery['openUploads'][number]
type Props = { send: (files: readonly File[], purpose: Purpose) => void }

/** Uploads that a closed window left behind: whoever chooses the same file again goes on where they were. */
export function UnfinishedUploads({ send }: Props) {
  const { t } = useTranslation('files')
  const [{ data }] = useQuery({ query: UnfinishedUploadsDocument, requestPolicy: 'network-only' })
  const [settled, setSettled] = useState<readonly string[]>([])
  useUploads()
  const list = data?.openUploads.filter(
    (one) => one.arrivedBytes > 0 && one.sha256 && !settled.includes(one.id) && !uploads.holds(one.id),
  )
  if (!list?.length) return null
  const settle = (id: string) => setSettled((before) => [...before, id])
  return (
    <Card withBorder mb="md" p="sm" component="section" aria-label={t('unfinished.title')}>
      <Text fw={600} size="sm">
        {t('unfinished.title')}
      </Text>
      <Text size="sm" c="dimmed" mb="sm">
        {t('unfinished.hint')}
      </Text>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {list.map((one) => (
          <Row key={one.id} upload={one} send={send} settle={() => settle(one.id)} />
        ))}
      </Stack>
    </Card>
  )
}

function Row({ upload, send, settle }: Props & { upload: Unfinished; settle: () => void }) {
  const { t } = useTranslation('files')
  const { filename, byteSize, arrivedBytes, expires, site } = upload
  const client = useClient()
  const [isOther, setOther] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  function goOn([file]: File[]) {
    if (file?.size !== byteSize) return setOther(true)
    settle()
    send([file], { site })
  }

  async function discard() {
    setBusy(true)
    const { data, error } = await client.mutation(CancelUploadDocument, { input: { id: upload.id } }).toPromise()
    setBusy(false)
    if (data) settle()
    else setRefusal(noAnswer(error))
  }

  return (
    <Stack component="li" gap={4}>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500} truncate flex="1 1 180px" miw={0}>
          {filename}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <PickFiles
            onFiles={goOn}
            label={t('unfinished.goOn', { name: filename })}
            size="compact-xs"
            variant="default"
          >
            {t('unfinished.choose')}
          </PickFiles>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => void discard()}
            loading={isBusy}
            aria-label={t('unfinished.discardNamed', { name: filename })}
          >
            {t('unfinished.discard')}
          </Button>
        </Group>
      </Group>
      <Progress value={(100 * arrivedBytes) / byteSize} size="sm" aria-label={t('progress', { name: filename })} />
      <Text size="xs" c={isOther ? 'red' : 'dimmed'} role={isOther ? 'alert' : undefined}>
        {isOther
          ? t('unfinished.other', { name: filename, size: bytes(byteSize) })
          : t('unfinished.arrived', { arrived: bytes(arrivedBytes), size: bytes(byteSize), until: when(expires) })}
      </Text>
      {refusal && (
        <Text size="xs" c="red" role="alert">
          {refusal}
        </Text>
      )}
    </Stack>
  )
}
