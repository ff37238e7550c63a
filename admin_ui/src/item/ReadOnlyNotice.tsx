import { Alert, Group, Text } from '@mantine/core'
import { IconLock, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { moment } from '../i18n/format'
import { RestoreButton } from '../publishing/RestoreButton'

/** Why nothing can be written here. */
export function ReadOnlyNotice() {
  const { t } = useTranslation('item')
  const { item, isReadOnly, site, adopt } = useEdited()
  if (!isReadOnly) return null
  if (item.deletedAt) {
    const by = item.deletedBy?.name ?? t('somebody')
    return (
      <Alert color="yellow" variant="light" icon={<IconTrash />} title={t('inBin', { at: moment(item.deletedAt), by })}>
        <Group justify="space-between">
          <Text size="sm">{t('inBinHint')}</Text>
          {item.rights.includes('delete') && <RestoreButton id={item.id} onDone={adopt} />}
        </Group>
      </Alert>
    )
  }
  return (
    <Alert color="gray" variant="light" icon={<IconLock />} title={t('readOnly')}>
      {t('readOnlyHint', { site: site?.name ?? item.site })}
    </Alert>
  )
}
