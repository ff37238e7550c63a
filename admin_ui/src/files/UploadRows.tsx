import { Anchor, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { bytes } from './facts'
import { refusalWords } from './refusals'
import { isEnded, type Upload } from './uploading/upload'
import { uploads } from './uploading/uploads'

/** Where each upload stands, and what can be done about it. */
export function UploadRows({ list }: { list: readonly Upload[] }) {
  const { t } = useTranslation('files')
  if (list.length === 0) return null
  return (
    <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('uploads')}>
      {list.map((one) => (
        <UploadRow key={one.id} upload={one} />
      ))}
    </Stack>
  )
}

function UploadRow({ upload }: { upload: Upload }) {
  const { t } = useTranslation('files')
  const { file, stage, progress } = upload
  return (
    <Stack component="li" gap={4}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm" fw={500} truncate>
          {file.name}
        </Text>
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {bytes(file.size)}
        </Text>
      </Group>
      {!isEnded(upload) && stage !== 'duplicate' && (
        <Progress
          value={progress * 100}
          size="sm"
          aria-label={t('progress', { name: file.name })}
          color={stage === 'away' ? 'yellow' : undefined}
          animated={stage === 'checking'}
        />
      )}
      <Group justify="space-between" gap="xs">
        <Text
          size="xs"
          c={stage === 'refused' ? 'red' : 'dimmed'}
          role={stage === 'refused' ? 'alert' : 'status'}
          flex={1}
        >
          {stage === 'refused'
            ? refusalWords(t, upload.refusal)
            : t(`stage.${stage}`, { share: Math.round(progress * 100) })}
        </Text>
        <Choices upload={upload} />
      </Group>
    </Stack>
  )
}

function Choices({ upload: { id, stage, item, file } }: { upload: Upload }) {
  const { t } = useTranslation(['files', 'ui'])
  if (stage === 'duplicate') {
    return (
      <Group gap="xs">
        <Button size="compact-xs" onClick={() => uploads.takeThere(id)}>
          {t('useThere')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => uploads.keepBoth(id)}>
          {t('keepBoth')}
        </Button>
        {item && (
          <Anchor component={Link} to={`/content/FileAsset/${item.id}`} size="xs">
            {item.title}
          </Anchor>
        )}
      </Group>
    )
  }
  if (stage === 'done' && item) {
    return (
      <Anchor component={Link} to={`/content/FileAsset/${item.id}`} size="xs">
        {t('openNamed', { name: item.title })}
      </Anchor>
    )
  }
  if (stage === 'refused') {
    return (
      <Button size="compact-xs" variant="default" onClick={() => uploads.retry(id)}>
        {t('ui:retry')}
      </Button>
    )
  }
  if (stage === 'cancelled' || stage === 'done') return null
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      onClick={() => uploads.cancel(id)}
      aria-label={t('cancelNamed', { name: file.name })}
    >
      {t('ui:cancel')}
    </Button>
  )
}
