import { Group, SegmentedControl, Select, Switch, TextInput, VisuallyHidden } from '@mantine/core'
import { IconLayoutGrid, IconList, IconTag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SearchField } from '../ui/SearchField'
import { useTyped } from '../ui/useTyped'
import type { LibraryFilter } from './Library'

const KINDS = ['image', 'application/pdf', 'video', 'application/zip'] as const

type Props = {
  wanted: LibraryFilter
  choose: (name: keyof LibraryFilter, value: string | null) => void
  sites: string[]
}

/** What is asked for stands in the address: it can be kept as a bookmark and sent to others. */
export function LibraryFilters({ wanted, choose, sites }: Props) {
  const { t } = useTranslation('files')
  const [tag, typeTag] = useTyped(wanted.tag ?? '', (words) => choose('tag', words))
  return (
    <Group mb="md" gap="sm">
      <SearchField
        label={t('search')}
        value={wanted.search ?? ''}
        onSearch={(words) => choose('search', words)}
        miw={180}
      />
      <Select
        aria-label={t('kind')}
        placeholder={t('anyKind')}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value.replace('/', '_')}`) }))}
        value={wanted.kind ?? null}
        onChange={(value) => choose('kind', value)}
        clearable
        w={150}
      />
      {sites.length > 1 && (
        <Select
          aria-label={t('site')}
          placeholder={t('anySite')}
          data={sites}
          value={wanted.site ?? null}
          onChange={(value) => choose('site', value)}
          clearable
          w={130}
        />
      )}
      <TextInput
        aria-label={t('tag')}
        placeholder={t('tag')}
        leftSection={<IconTag size={16} aria-hidden />}
        value={tag}
        onChange={(event) => typeTag(event.currentTarget.value)}
        w={130}
      />
      <Switch
        label={t('unused')}
        checked={wanted.unused === '1'}
        onChange={(event) => choose('unused', event.currentTarget.checked ? '1' : null)}
      />
      <SegmentedControl
        aria-label={t('view.label')}
        value={wanted.view ?? 'grid'}
        onChange={(value) => choose('view', value === 'grid' ? null : value)}
        data={[
          { value: 'grid', label: <ViewSign icon={<IconLayoutGrid size={18} aria-hidden />} label={t('view.grid')} /> },
          { value: 'list', label: <ViewSign icon={<IconList size={18} aria-hidden />} label={t('view.list')} /> },
        ]}
      />
    </Group>
  )
}

function ViewSign({ icon, label }: { icon: React.ReactNode; label: string }) {
  return (
    <Group gap={0} title={label} h={18}>
      {icon}
      <VisuallyHidden>{label}</VisuallyHidden>
    </Group>
  )
}
