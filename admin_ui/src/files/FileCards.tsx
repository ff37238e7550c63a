import { Box, Card, Group, SimpleGrid, Skeleton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Failure } from '../ui/Failure'
import { StateBadges } from '../ui/StateBadges'
import classes from './FileCards.module.css'
import { factsLine } from './facts'
import { AltMissing, ListEnd, PAGE, type ViewProps } from './filesView'
import { Thumbnail } from './Thumbnail'
import { type Listed, useFilesPage, usePages } from './useFiles'

const COLUMNS = { base: 2, sm: 3, md: 4, xl: 5 }

/** Files as pictures. */
export function FileCards({ filter, empty }: ViewProps) {
  const { cursors, more } = usePages(JSON.stringify(filter))
  return cursors.map((after, place) => (
    <CardsPage
      key={after ?? ''}
      filter={filter}
      empty={empty}
      after={after}
      more={place === cursors.length - 1 ? more : undefined}
    />
  ))
}

type PageProps = ViewProps & { after: string | null; more?: (cursor: string) => void }

function CardsPage({ filter, empty, after, more }: PageProps) {
  const { page, error, isLoading, again } = useFilesPage(filter, after, PAGE)
  if (error) return <Failure error={error} retry={again} />
  if (isLoading || !page) return <SkeletonCards />
  if (page.nodes.length === 0) return after ? null : empty
  return (
    <>
      <SimpleGrid cols={COLUMNS} spacing="sm" mb="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {page.nodes.map((one) => (
          <FileCard key={one.id} item={one} />
        ))}
      </SimpleGrid>
      <ListEnd page={page} more={more} />
    </>
  )
}

function FileCard({ item }: { item: Listed }) {
  const { t } = useTranslation('files')
  if (!item.file) return null
  return (
    <Card withBorder p="xs" component="li" className={classes.card}>
      <Box className={classes.picture}>
        <Thumbnail file={item.file} />
      </Box>
      <Text
        component={Link}
        to={`/content/FileAsset/${item.id}`}
        className={classes.name}
        c="inherit"
        size="sm"
        fw={500}
      >
        {item.title}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {factsLine(t, item.file)}
      </Text>
      <Group gap={4} mt={6} mih={20}>
        <StateBadges states={item.states} />
        <AltMissing file={item} />
      </Group>
    </Card>
  )
}

function SkeletonCards() {
  return (
    <SimpleGrid cols={COLUMNS} spacing="sm" aria-busy="true">
      {Array.from({ length: 10 }, (_, place) => place).map((place) => (
        <Skeleton key={place} height={226} />
      ))}
    </SimpleGrid>
  )
}
