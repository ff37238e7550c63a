import { Button, Group, Modal, SimpleGrid, Stack, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'
import { DropArea } from './DropArea'
import classes from './FileChooser.module.css'
import { factsLine } from './facts'
import { PickFiles } from './PickFiles'
import { Thumbnail } from './Thumbnail'
import { UploadRows } from './UploadRows'
import { type Listed, useFilesPage, usePages } from './useFiles'
import { useNewUploads } from './useNewUploads'

const PAGE = 24

type Props = {
  opened: boolean
  /** It is left without a choice. Either this is called or `onChoose`, never both: both close the dialog. */
  onLeave: () => void
  onChoose: (id: string, name: string) => void
  /** Key of the site that gets what is uploaded here. */
  site: string
  images?: boolean
}

/** The library as a dialog: search, or upload, and take one. */
export function FileChooser({ opened, onLeave, ...props }: Props) {
  const { t } = useTranslation(['files', 'ui'])
  return (
    <Modal
      opened={opened}
      onClose={onLeave}
      size="xl"
      title={t(props.images ? 'choosePicture' : 'chooseFile')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Chooser {...props} />
    </Modal>
  )
}

function Chooser({ onChoose, site, images = false }: Omit<Props, 'opened' | 'onLeave'>) {
  const { t } = useTranslation(['files', 'ui'])
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search, 200)
  const filter = { search: settled || null, mime: images ? 'image' : null, isUnused: false }
  const { cursors, more } = usePages(settled)
  const { list, send } = useNewUploads()

  const upload = (files: File[]) =>
    send(files, { site }, (done) => done.item && onChoose(done.item.id, done.item.title))

  return (
    <DropArea onFiles={upload}>
      <Stack>
        <Group wrap="nowrap">
          <TextInput
            type="search"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            flex={1}
            data-autofocus
          />
          <PickFiles images={images} onFiles={upload} variant="default" />
        </Group>
        <UploadRows list={list} />
        <SimpleGrid cols={{ base: 2, xs: 3, md: 4 }} spacing="xs">
          {cursors.map((after, place) => (
            <ChooserPage
              key={after ?? ''}
              filter={filter}
              after={after}
              choose={onChoose}
              more={place === cursors.length - 1 ? more : undefined}
            />
          ))}
        </SimpleGrid>
      </Stack>
    </DropArea>
  )
}

type PageProps = {
  filter: { search: string | null; mime: string | null; isUnused: boolean }
  after: string | null
  choose: (id: string, name: string) => void
  more?: (cursor: string) => void
}

function ChooserPage({ filter, after, choose, more }: PageProps) {
  const { t } = useTranslation(['files', 'ui'])
  const { page, error, isLoading, again } = useFilesPage(filter, after, PAGE)
  const end = page?.pageInfo
  return (
    <>
      {error && <Failure error={error} retry={again} />}
      {isLoading && <SkeletonRows rows={3} height={120} />}
      {page?.nodes.map((one) => (
        <Choice key={one.id} file={one} choose={choose} />
      ))}
      {page?.nodes.length === 0 && !after && (
        <div className={classes.whole}>
          <EmptyState title={t('nothing')}>{t('nothingToChoose')}</EmptyState>
        </div>
      )}
      {more && end?.hasNextPage && end.endCursor && (
        <Button className={classes.whole} variant="default" onClick={() => more(end.endCursor ?? '')}>
          {t('ui:more')}
        </Button>
      )}
    </>
  )
}

function Choice({ file: { id, file, title }, choose }: { file: Listed; choose: (id: string, name: string) => void }) {
  const { t } = useTranslation('files')
  if (!file) return null
  return (
    <UnstyledButton onClick={() => choose(id, title)} className={classes.choice}>
      <Thumbnail file={file} height={96} />
      <Text size="sm" fw={500} truncate mt={4}>
        {title}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {factsLine(t, file)}
      </Text>
    </UnstyledButton>
  )
}
