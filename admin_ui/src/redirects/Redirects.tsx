import { Group, NativeSelect, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFrame } from '../content-types/useFrame'
import { useRights } from '../session/useRights'
import { NotYours } from '../ui/NotYours'
import { Page } from '../ui/Page'
import { SearchField } from '../ui/SearchField'
import { SkeletonRows } from '../ui/SkeletonRows'
import { useAddressFilter } from '../ui/useAddressFilter'
import { AddRedirect } from './AddRedirect'
import { RedirectRows } from './RedirectRows'

const NAMES = ['search', 'site'] as const

/** Old addresses of a site, and where they lead today. */
export function Redirects() {
  const { t } = useTranslation('redirects')
  const { may, isKnown } = useRights()
  const { filter, choose } = useAddressFilter(NAMES)
  const sites = useFrame('Site').sitesWith('manage_site')
  const site = sites.find(({ key }) => key === filter.site) ?? sites[0]
  if (isKnown && !may('manage_site')) return <NotYours title={t('title')} />
  return (
    <Page title={t('title')}>
      <Text c="dimmed" mb="md" maw={640}>
        {t('hint')}
      </Text>
      {!site && <SkeletonRows />}
      {site && (
        <Stack>
          {sites.length > 1 && (
            <NativeSelect
              label={t('site')}
              data={sites.map(({ key, name }) => ({ value: key, label: name }))}
              value={site.key}
              onChange={(event) => choose('site', event.currentTarget.value)}
              maw={420}
            />
          )}
          <AddRedirect key={site.key} site={site} />
          <div>
            <Group mb="sm">
              <SearchField
                label={t('search')}
                value={filter.search ?? ''}
                onSearch={(words) => choose('search', words)}
                maxLength={200}
              />
            </Group>
            <RedirectRows site={site.key} search={filter.search} />
          </div>
        </Stack>
      )}
    </Page>
  )
}
