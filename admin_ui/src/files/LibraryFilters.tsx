import { Group, SegmentedControl, Select, Switch, TextInput, VisuallyHidden } from '@mantine/core'
import { IconLayoutGrid, IconList, IconSearch, IconTag } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

const KINDS = ['image', 'application/pdf', 'video', 'application/zip'] as const

type Props = { wanted: URLSearchParams; choose: (name: string, value: string | null) => void; sites: string[] }

/** What is asked for stands in the address: it can be kept as a bookmark and sent to others. */
export function LibraryFilters({ wanted, choose, sites }: Props) {
  const { t } = useTranslation('files')
  return (
    <Group mb="md" gap="sm">
      <TextInput
        type="search"
        leftSection={<IconSearch size={16} aria-hidden />}
        aria-label={t('search')}
        placeholder={t('search')}
        value={wanted.get('search') ?? ''}
        onChange={(event) => choose('search', event.currentTarget.value)}
        flex={1}
        miw={180}
      />
      <Select
        aria-label={t('kind')}
        placeholder={t('anyKind')}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value.replace('/', '_')}`) }))}
        value={wanted.get('kind')}
        onChange={(value) => choose('kind', value)}
        clearable
        w={150}
      />
      {sites.length > 1 && (
        <Select
          aria-label={t('site')}
          placeholder={t('anySite')}
          data={sites}
          value={wanted.get('site')}
          onChange={(value) => choose('site', value)}
          clearable
          w={130}
        />
      )}
      <TextInput
        aria-label={t('tag')}
        placeholder={t('tag')}
        leftSection={<IconTag size={16} aria-hidden />}
        value={wanted.get('tag') ?? ''}
        onChange={(event) => choose('tag', event.currentTarget.value)}
        w={130}
      />
      <Switch
        label={t('unused')}
        checked={wanted.get('unused') === '1'}
        onChange={(event) => choose('unused', event.currentTarget.checked ? '1' : null)}
      />
      <SegmentedControl
        aria-label={t('view.label')}
        value={wanted.get('view') ?? 'grid'}
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
