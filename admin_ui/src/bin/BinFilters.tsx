import { Group, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { contentTypes } from '../content-types/types'
import { useFrame } from '../content-types/useFrame'
import { SearchField } from '../ui/SearchField'
import type { BinFilter } from './RecycleBin'

type Props = { filter: BinFilter; onChoose: (name: keyof BinFilter, value: string | null) => void }

export function BinFilters({ filter, onChoose }: Props) {
  const { t } = useTranslation(['bin', 'content-types'])
  const sites = useFrame('Site').sitesWith('delete')
  const types = contentTypes().map(({ name }) => ({ value: name, label: t(`content-types:plural.${name}`) }))
  return (
    <search aria-label={t('tools')}>
      <Group mb="md" gap="xs">
        <SearchField
          label={t('search')}
          value={filter.search ?? ''}
          onSearch={(words) => onChoose('search', words)}
          maxLength={200}
          miw={200}
        />
        <NativeSelect
          w={{ base: '100%', xs: 'auto' }}
          aria-label={t('type')}
          data={[{ value: '', label: t('anyType') }, ...types]}
          value={filter.type ?? ''}
          onChange={(event) => onChoose('type', event.currentTarget.value)}
        />
        {sites.length > 1 && (
          <NativeSelect
            w={{ base: '100%', xs: 'auto' }}
            aria-label={t('site')}
            data={[{ value: '', label: t('anySite') }, ...sites.map(({ key, name }) => ({ value: key, label: name }))]}
            value={filter.site ?? ''}
            onChange={(event) => onChoose('site', event.currentTarget.value)}
          />
        )}
      </Group>
    </search>
  )
}
