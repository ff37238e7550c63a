import { Group, NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { contentTypes } from '../content-types/types'
import { useFrame } from '../content-types/useFrame'
import type { BinFilter } from './RecycleBin'

type Props = { filter: BinFilter; onChoose: (name: keyof BinFilter, value: string | null) => void }

export function BinFilters({ filter, onChoose }: Props) {
  const { t } = useTranslation(['bin', 'content-types'])
  const sites = useFrame('Site').sitesWith('delete')
  const types = contentTypes().map(({ name }) => ({ value: name, label: t(`content-types:plural.${name}`) }))
  return (
    <search aria-label={t('tools')}>
      <Group mb="md" gap="xs">
        <TextInput
          type="search"
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t('search')}
          placeholder={t('search')}
          value={filter.search ?? ''}
          onChange={(event) => onChoose('search', event.currentTarget.value)}
          maxLength={200}
          flex={1}
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
