import { Box, Group, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { when } from '../i18n/format'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'
import { StateBadges } from '../ui/StateBadges'
import { factsLine, tagsOf } from './facts'
import { AltMissing, ListEnd, PAGE, type ViewProps } from './filesView'
import { Thumbnail } from './Thumbnail'
import { type Listed, useFilesPage, usePages } from './useFiles'

/** Files as lines, with their facts. */
export function FileTable({ filter, empty }: ViewProps) {
  const { cursors, more } = usePages(JSON.stringify(filter))
  return cursors.map((after, place) => (
    <TablePage
      key={after ?? ''}
      filter={filter}
      empty={empty}
      after={after}
      more={place === cursors.length - 1 ? more : undefined}
    />
  ))
}

type PageProps = ViewProps & { after: string | null; more?: (cursor: string) => void }

function TablePage({ filter, empty, after, more }: PageProps) {
  const { t } = useTranslation(['files', 'content-types'])
  const { page, error, isLoading, again } = useFilesPage(filter, after, PAGE)
  if (error) return <Failure error={error} retry={again} />
  if (isLoading || !page) return <SkeletonRows height={56} />
  if (page.nodes.length === 0) return after ? null : empty
  return (
    <>
      <Table verticalSpacing="xs" highlightOnHover layout="fixed" aria-label={t('content-types:plural.FileAsset')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={{ base: '62%', sm: '46%' }}>{t('file')}</Table.Th>
            <Table.Th>{t('languages')}</Table.Th>
            <Table.Th w="18%" visibleFrom="sm">
              {t('tags')}
            </Table.Th>
            <Table.Th w="16%" visibleFrom="sm">
              {t('changed')}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {page.nodes.map((one) => (
            <FileLine key={one.id} item={one} />
          ))}
        </Table.Tbody>
      </Table>
      <ListEnd page={page} more={more} />
    </>
  )
}

function FileLine({ item }: { item: Listed }) {
  const { t } = useTranslation('files')
  if (!item.file) return null
  return (
    <Table.Tr>
      <Table.Td>
        <Group wrap="nowrap" gap="sm">
          <Box w={56} style={{ flexShrink: 0 }}>
            <Thumbnail file={item.file} height={42} />
          </Box>
          <Box miw={0}>
            <Text
              component={Link}
              to={`/content/FileAsset/${item.id}`}
              size="sm"
              fw={500}
              c="inherit"
              truncate
              display="block"
            >
              {item.title}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {factsLine(t, item.file)}
            </Text>
          </Box>
        </Group>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          <StateBadges states={item.states} />
          <AltMissing file={item} />
        </Group>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm" c="dimmed" truncate>
          {tagsOf(item.data).join(', ')}
        </Text>
      </Table.Td>
      <Table.Td visibleFrom="sm">
        <Text size="sm" c="dimmed">
          {when(item.modifiedAt)}
        </Text>
      </Table.Td>
    </Table.Tr>
  )
}
