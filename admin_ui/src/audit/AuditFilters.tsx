import { Box, Button, NativeSelect, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFrame } from '../content-types/useFrame'
import { ItemSelect } from '../finder/ItemSelect'
import classes from './AuditFilters.module.css'
import { useActionNames } from './actions'
import type { AuditFilter } from './auditFilter'
import { PersonFilter } from './PersonFilter'

type Props = {
  filter: AuditFilter
  choose: (name: keyof AuditFilter, value: string | null) => void
  /** There where something is narrowed. */
  clear?: () => void
}

export function AuditFilters({ filter, choose, clear }: Props) {
  const { t } = useTranslation('audit')
  const [isOpen, { toggle }] = useDisclosure(false)
  const id = useId()
  return (
    <Box component="search" aria-label={t('filters')} mb="md">
      <Button
        variant="default"
        hiddenFrom="xs"
        mb="xs"
        leftSection={<IconFilter size={16} aria-hidden />}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        {t('filters')}
      </Button>
      <div id={id} className={classes.filters} data-closed={isOpen ? undefined : true}>
        <Fields filter={filter} choose={choose} />
        {clear && (
          <Button variant="subtle" color="gray" onClick={clear}>
            {t('clear')}
          </Button>
        )}
      </div>
    </Box>
  )
}

function Fields({ filter, choose }: Omit<Props, 'clear'>) {
  const { t } = useTranslation(['audit', 'ui'])
  const { sites } = useFrame('Site')
  const actions = Object.entries(useActionNames()).map(([group, names]) => ({
    group: t(`groups.${group}`),
    items: Object.entries(names).map(([value, label]) => ({ value, label })),
  }))
  const clearable = { clearable: true, clearButtonProps: { 'aria-label': t('ui:clear') } }
  return (
    <>
      <PersonFilter site={filter.site ?? sites[0]?.key} value={filter.by} onChoose={(id) => choose('by', id)} />
      <Select
        label={t('action')}
        placeholder={t('anyAction')}
        data={actions}
        value={filter.action ?? null}
        onChange={(value) => choose('action', value)}
        searchable
        selectFirstOptionOnChange
        nothingFoundMessage={t('noAction')}
        {...clearable}
      />
      <ItemSelect
        label={t('item')}
        value={filter.item ?? null}
        onChoose={(one) => choose('item', one)}
        {...clearable}
      />
      {sites.length > 1 && (
        <NativeSelect
          label={t('site')}
          data={[{ value: '', label: t('anySite') }, ...sites.map(({ key, name }) => ({ value: key, label: name }))]}
          value={filter.site ?? ''}
          onChange={(event) => choose('site', event.currentTarget.value)}
        />
      )}
      <Day name="since" filter={filter} choose={choose} />
      <Day name="until" filter={filter} choose={choose} />
    </>
  )
}

function Day({ name, filter, choose }: Omit<Props, 'clear'> & { name: 'since' | 'until' }) {
  const { t } = useTranslation('audit')
  return (
    <TextInput
      type="date"
      label={t(name)}
      value={filter[name] ?? ''}
      onChange={(event) => choose(name, event.currentTarget.value)}
    />
  )
}
