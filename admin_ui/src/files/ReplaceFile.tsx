import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { useEdited } from '../editing/EditedContext'
import { EditedItemDocument } from '../editing/gql/graphql'
import { savedItem } from '../editing/useAutosave'
import { DropArea } from './DropArea'
import { Uses } from './FileUses'
import { PickFiles } from './PickFiles'
import { UploadRows } from './UploadRows'
import { useNewUploads } from './useNewUploads'

/** Other bytes for the same file; where it is used is shown before. */
export function ReplaceFile({ filename }: { filename: string }) {
  const { t } = useTranslation(['files', 'ui'])
  const [isOpen, dialog] = useDisclosure(false)
  const { list, send, forget } = useNewUploads()
  const client = useClient()
  const { item, draft, saving, adopt } = useEdited()

  async function replace(files: File[]) {
    if (!(await saving.save())) return
    send(files, { site: item.site, replaces: item.id, baseVersion: draft.version }, () => void show())
  }

  /** The form goes on from the version that the new bytes made. */
  async function show() {
    const { data } = await client
      .query(EditedItemDocument, { id: item.id }, { requestPolicy: 'network-only' })
      .toPromise()
    if (!data?.item) return
    draft.replace(savedItem(data.item))
    adopt(data.item)
    forget()
    dialog.close()
    notifications.show({ message: t('replaced', { name: filename }), color: 'teal' })
  }

  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        {t('replace')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={dialog.close}
        title={t('replaceNamed', { name: filename })}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Stack>
          <Text size="sm">{t('replaceHint')}</Text>
          <div>
            <Text size="sm" fw={500} mb={4}>
              {t('usedIn')}
            </Text>
            <Uses id={item.id} />
          </div>
          <DropArea onFiles={(files) => void replace(files)}>
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                {t('dropFile')}
              </Text>
              <PickFiles onFiles={(files) => void replace(files)} size="xs" />
            </Group>
          </DropArea>
          <UploadRows list={list} />
        </Stack>
      </Modal>
    </>
  )
}
