import { Badge, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName, number } from '../i18n/format'
import { altOf, isPicture } from './facts'
import type { FileFilterInput, FilesQuery } from './gql/graphql'
import type { Listed } from './useFiles'
import { useLocalesOf } from './useSites'

export const PAGE = 36

export type ViewProps = { filter: FileFilterInput; empty: ReactNode }

/** The languages in which a picture is not described yet. */
export function AltMissing({ file }: { file: Listed }) {
  const { t } = useTranslation('files')
  const locales = useLocalesOf(file.site)
  if (!file.file || !isPicture(file.file.mime)) return null
  const alt = altOf(file.data)
  const missing = locales.filter((locale) => !alt[locale])
  if (missing.length === 0) return null
  const names = missing.map(languageName).join(', ')
  return (
    <Badge size="sm" variant="light" color="yellow" title={t('altMissingIn', { languages: names })}>
      <span aria-hidden>{t('noAlt', { locales: missing.join(' ') })}</span>
      <span className="visually-hidden">{t('altMissingIn', { languages: names })}</span>
    </Badge>
  )
}

type EndProps = { page: FilesQuery['files']; more?: (cursor: string) => void }

/** How many there are, and the next ones. */
export function ListEnd({ page, more }: EndProps) {
  const { t } = useTranslation(['files', 'ui'])
  const { hasNextPage, endCursor } = page.pageInfo
  if (!more) return null
  return (
    <Group justify="space-between" mt="md">
      <Text size="sm" c="dimmed">
        {t(page.totalCountIsExact ? 'count' : 'countMore', { count: page.totalCount, shown: number(page.totalCount) })}
      </Text>
      {hasNextPage && endCursor && (
        <Button variant="default" onClick={() => more(endCursor)}>
          {t('ui:more')}
        </Button>
      )}
    </Group>
  )
}
