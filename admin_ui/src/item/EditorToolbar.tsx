import { Group, SegmentedControl, Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { languageName } from '../i18n/format'

const FEW = 4

type Props = { beside: string | null; showBeside: (locale: string | null) => void }

/** The language that is edited, and the one to look at beside it. */
export function EditorToolbar({ beside, showBeside }: Props) {
  const { t } = useTranslation('item')
  const { locale, languages, showLocale } = useEdited()
  const data = languages.map((value) => ({ value, label: languageName(value) }))
  const others = data.filter((one) => one.value !== locale)
  return (
    <Group gap="sm">
      {languages.length > FEW ? (
        <Select
          aria-label={t('language')}
          data={data}
          value={locale}
          onChange={(next) => next && showLocale(next)}
          allowDeselect={false}
          w={200}
        />
      ) : (
        <SegmentedControl aria-label={t('language')} data={data} value={locale} onChange={showLocale} />
      )}
      {others.length > 0 && (
        <Select
          aria-label={t('beside')}
          placeholder={t('beside')}
          data={others}
          value={beside}
          onChange={showBeside}
          clearable
          clearButtonProps={{ 'aria-label': t('besideNone') }}
          w={170}
          visibleFrom="sm"
        />
      )}
    </Group>
  )
}
