import { SegmentedControl, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { ItemSelect } from '../finder/ItemSelect'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import { useDraft } from '../form/store/useDraft'
import { languageName } from '../i18n/format'
import classes from './Menus.module.css'
import { pathOf, type Row } from './tree'

type Kind = 'target' | 'url'
type Props = { row: Row; isReadOnly: boolean }

/** What an entry is called in each language, and where it leads: to an item, or to an address. */
export function EntryForm({ row, isReadOnly }: Props) {
  const { t } = useTranslation('menus')
  const [kind, setKind] = useState<Kind>(row.entry.url ? 'url' : 'target')
  const draft = useDraft()
  const path = pathOf(row)

  function choose(next: Kind) {
    setKind(next)
    // an entry leads to one place
    draft.set([...path, next === 'url' ? 'target' : 'url'], null)
  }

  return (
    <Stack className={classes.form} gap="sm">
      <Labels row={row} isReadOnly={isReadOnly} />
      <SegmentedControl
        aria-label={t('leadsTo')}
        value={kind}
        onChange={(value) => choose(value as Kind)}
        data={(['target', 'url'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        disabled={isReadOnly}
        style={{ alignSelf: 'flex-start' }}
      />
      {kind === 'target' ? (
        <TargetInput row={row} isReadOnly={isReadOnly} />
      ) : (
        <UrlInput row={row} isReadOnly={isReadOnly} />
      )}
    </Stack>
  )
}

function Labels({ row, isReadOnly }: Props) {
  const { t } = useTranslation('menus')
  const { languages } = useEdited()
  const { locale, problems } = useForm()
  const draft = useDraft()
  const first = useRef<HTMLInputElement>(null)
  const path = pathOf(row)
  const isNew = Object.keys(row.entry.label ?? {}).length === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form is opened
  useEffect(() => {
    if (isNew) first.current?.focus()
  }, [])
  return (
    <SimpleGrid cols={{ base: 1, xs: Math.min(languages.length, 3) }} spacing="xs">
      {languages.map((one) => (
        <TextInput
          key={one}
          ref={one === locale ? first : undefined}
          id={fieldId([...path, 'label', one])}
          label={t('labelIn', { language: languageName(one) })}
          value={row.entry.label?.[one] ?? ''}
          error={
            problems.find(({ field, locale: where }) => field === `${path.join('.')}.label` && (where ?? one) === one)
              ?.message
          }
          onChange={(event) => draft.set([...path, 'label', one], event.currentTarget.value)}
          maxLength={80}
          lang={one}
          readOnly={isReadOnly}
        />
      ))}
    </SimpleGrid>
  )
}

function TargetInput({ row, isReadOnly }: Props) {
  const { t } = useTranslation(['menus', 'ui'])
  const { item } = useEdited()
  const { problems } = useForm()
  const draft = useDraft()
  const path = [...pathOf(row), 'target']
  return (
    <ItemSelect
      id={fieldId(path)}
      label={t('target')}
      description={t('targetHint')}
      site={item.site}
      withPage
      value={row.entry.target ?? null}
      error={problems.find(({ field }) => field === path.join('.'))?.message}
      onChoose={(id) => draft.set(path, id)}
      clearable
      clearButtonProps={{ 'aria-label': t('ui:clear') }}
      readOnly={isReadOnly}
    />
  )
}

function UrlInput({ row, isReadOnly }: Props) {
  const { t } = useTranslation('menus')
  const { problems } = useForm()
  const draft = useDraft()
  const path = [...pathOf(row), 'url']
  return (
    <TextInput
      id={fieldId(path)}
      label={t('url')}
      description={t('urlHint')}
      placeholder="https://"
      inputMode="url"
      value={row.entry.url ?? ''}
      error={problems.find(({ field }) => field === path.join('.'))?.message}
      onChange={(event) => draft.set(path, event.currentTarget.value || null)}
      readOnly={isReadOnly}
    />
  )
}
