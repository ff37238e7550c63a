import { ActionIcon, Box, Button, Card, Group, Input, Skeleton, Stack, Text } from '@mantine/core'
import { IconExternalLink, IconFolderOpen, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useForm } from '../form/FormContext'
import { type FieldProps, fieldId } from '../form/fields/fieldProps'
import { useValue } from '../form/store/useDraft'
import { useRemoving } from '../form/useUndoable'
import { AltTexts } from './AltTexts'
import { DropArea } from './DropArea'
import { FileChooser } from './FileChooser'
import classes from './FileField.module.css'
import { factsLine, isPicture } from './facts'
import { FileItemDocument } from './gql/graphql'
import { PickFiles } from './PickFiles'
import { Thumbnail } from './Thumbnail'
import { UploadRows } from './UploadRows'
import { useNewUploads } from './useNewUploads'

/** One file of the library: dropped, uploaded or chosen; a picture is described in place. */
export function FileField({ field, path, label, description, error, isReadOnly }: FieldProps) {
  const { t } = useTranslation('files')
  const { site } = useForm()
  const [value, set] = useValue<string>(path)
  const [isChoosing, setChoosing] = useState(false)
  const { list, send, forget } = useNewUploads()
  const removing = useRemoving()
  const images = field.switches.includes('images')

  function take(id: string | null) {
    forget()
    setChoosing(false)
    set(id)
  }
  const upload = (files: File[]) => send(files, { site }, (done) => done.item && take(done.item.id))

  return (
    <Box role="group" aria-label={label} id={fieldId(path)} tabIndex={-1}>
      <Input.Wrapper
        label={label}
        labelElement="div"
        description={description}
        error={error}
        withAsterisk={field.required}
      >
        <DropArea onFiles={upload} isOff={isReadOnly}>
          <Stack gap="sm">
            {value && (
              <Chosen id={value} isReadOnly={isReadOnly} remove={(title) => removing(title, () => take(null))} />
            )}
            {!value && !isReadOnly && (
              <Text size="sm" c="dimmed">
                {t(images ? 'dropPicture' : 'dropFile')}
              </Text>
            )}
            {!isReadOnly && (
              <Group gap="xs">
                <PickFiles
                  images={images}
                  onFiles={upload}
                  size="xs"
                  variant="default"
                  label={value ? t('uploadOther') : undefined}
                />
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconFolderOpen size={16} aria-hidden />}
                  onClick={() => setChoosing(true)}
                >
                  {t('fromLibrary')}
                </Button>
              </Group>
            )}
            <UploadRows list={list.filter((one) => one.stage !== 'done' && one.stage !== 'cancelled')} />
          </Stack>
        </DropArea>
      </Input.Wrapper>
      <FileChooser opened={isChoosing} onLeave={() => setChoosing(false)} onChoose={take} site={site} images={images} />
    </Box>
  )
}

function Chosen({ id, isReadOnly, remove }: { id: string; isReadOnly: boolean; remove: (title: string) => void }) {
  const { t } = useTranslation('files')
  const [{ data, fetching }] = useQuery({ query: FileItemDocument, variables: { id } })
  const item = data?.item
  if (fetching && !item) return <Skeleton height={140} />
  if (!item?.file) {
    return (
      <Group justify="space-between">
        <Text size="sm">{t('gone')}</Text>
        {!isReadOnly && <Remove title={t('file')} remove={() => remove(t('file'))} />}
      </Group>
    )
  }
  return (
    <div className={classes.chosen}>
      <Card withBorder p={4} className={classes.picture}>
        <Thumbnail file={item.file} height={128} />
      </Card>
      <Stack gap="xs" miw={0}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Box miw={0}>
            <Text size="sm" fw={500} truncate>
              {item.title}
            </Text>
            <Text size="xs" c="dimmed">
              {factsLine(t, item.file)}
            </Text>
          </Box>
          <Group gap={2} wrap="nowrap">
            <ActionIcon
              component={Link}
              to={`/content/FileAsset/${id}`}
              variant="subtle"
              color="gray"
              aria-label={t('openNamed', { name: item.title })}
            >
              <IconExternalLink size={16} />
            </ActionIcon>
            {!isReadOnly && <Remove title={item.title} remove={() => remove(item.title)} />}
          </Group>
        </Group>
        {isPicture(item.file.mime) && <AltTexts key={id} file={item} isReadOnly={!item.rights.includes('update')} />}
      </Stack>
    </div>
  )
}

function Remove({ title, remove }: { title: string; remove: () => void }) {
  const { t } = useTranslation('files')
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={t('removeNamed', { name: title })} onClick={remove}>
      <IconTrash size={16} />
    </ActionIcon>
  )
}
