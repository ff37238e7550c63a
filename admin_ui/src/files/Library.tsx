import { Alert, Button, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState'
import { Page } from '../ui/Page'
import { useAddressFilter } from '../ui/useAddressFilter'
import { DropCover } from './DropCover'
import { FileCards } from './FileCards'
import { FileTable } from './FileTable'
import type { FileFilterInput } from './gql/graphql'
import { LibraryFilters } from './LibraryFilters'
import { PickFiles } from './PickFiles'
import { UnfinishedUploads } from './UnfinishedUploads'
import { UploadRows } from './UploadRows'
import { isEnded } from './uploading/upload'
import { uploads } from './uploading/uploads'
import { useNewUploads } from './useNewUploads'
import { useSites } from './useSites'
import { useWindowDrop } from './useWindowDrop'

const NAMES = ['search', 'kind', 'site', 'tag', 'unused', 'view', 'into'] as const
export type LibraryFilter = Partial<Record<(typeof NAMES)[number], string>>

/** All files: found, uploaded many at once, with what is missing of them at a glance. */
export function Library() {
  const { t } = useTranslation(['files', 'content-types'])
  const { filter: wanted, choose } = useAddressFilter(NAMES)
  const sites = useSites()
  const { list, send, forget } = useNewUploads()
  const writable = sites.filter((one) => one.mayUpload).map((one) => one.key)
  const target = writable.find((key) => key === (wanted.into ?? wanted.site)) ?? writable[0]
  const tag = wanted.tag ?? null

  const upload = (files: File[]) => target && send(files, { site: target, tags: tag ? [tag] : [] })
  const isDragging = useWindowDrop(upload)
  const filter: FileFilterInput = {
    search: wanted.search ?? null,
    mime: wanted.kind ?? null,
    tag,
    site: wanted.site ?? null,
    isUnused: wanted.unused === '1',
  }
  const isFiltered = Boolean(filter.search || filter.mime || filter.tag || filter.site || filter.isUnused)
  const View = wanted.view === 'list' ? FileTable : FileCards

  return (
    <Page
      title={t('content-types:plural.FileAsset')}
      actions={
        target && (
          <>
            {writable.length > 1 && (
              <Select
                size="sm"
                w={150}
                aria-label={t('intoSite')}
                data={writable.map((value) => ({ value, label: t('into', { site: value }) }))}
                value={target}
                onChange={(value) => choose('into', value)}
                allowDeselect={false}
              />
            )}
            <PickFiles isMany onFiles={upload} label={t('uploadMany')} />
          </>
        )
      }
    >
      {isDragging && <DropCover />}
      <LibraryFilters wanted={wanted} choose={choose} sites={sites.map((one) => one.key)} />
      <UnfinishedUploads send={send} />
      {list.length > 0 && (
        <Alert variant="default" mb="md" p="sm" role="region" aria-label={t('uploads')}>
          <UploadRows list={list} />
          {list.every(isEnded) && (
            <Button
              size="compact-sm"
              variant="default"
              mt="sm"
              onClick={() => {
                forget()
                uploads.clear()
              }}
            >
              {t('clear')}
            </Button>
          )}
        </Alert>
      )}
      <View
        filter={filter}
        empty={
          isFiltered ? (
            <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
          ) : (
            <EmptyState title={t('empty')} action={target && <PickFiles isMany onFiles={upload} mt="sm" />}>
              {t('emptyHint')}
            </EmptyState>
          )
        }
      />
    </Page>
  )
}
