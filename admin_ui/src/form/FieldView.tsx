import { SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { lazy, memo, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useHelp, useLabel } from '../content-types/labels'
import { languageName } from '../i18n/format'
import { type FieldForm, useForm } from './FormContext'
import { useFormRegistry } from './registry'
import type { Path } from './store/paths'

const NoControl = lazy(async () => ({ default: (await import('./fields/NoControl')).NoControl }))

/** One field: once for facts, once for the language that is edited, and beside it the source where that is shown. */
export const FieldView = memo(function FieldView({ field, path }: ViewProps) {
  const { locale, source } = useForm()
  const { Mark } = useFormRegistry()
  if (!field.localized) return <Value field={field} path={path} />
  if (!source || source === locale) return <Value field={field} path={path} locale={locale} />
  return (
    <Stack gap={4}>
      <Mark at={path.join('.')} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <div>
          <Value field={field} path={path} locale={locale} />
        </div>
        <div data-source>
          <Value field={field} path={path} locale={source} isSource />
        </div>
      </SimpleGrid>
    </Stack>
  )
}, isSameField)

/** Paths are written anew by whoever draws around a field; the field itself is drawn anew only for another place. */
function isSameField(before: ViewProps, after: ViewProps): boolean {
  return before.field === after.field && before.path.join('.') === after.path.join('.')
}

type ViewProps = { field: FieldForm; path: Path }
type ValueProps = { field: FieldForm; path: Path; locale?: string; isSource?: boolean }

function Value({ field, path, locale, isSource = false }: ValueProps) {
  const { t } = useTranslation('form')
  const { form, isReadOnly, problems, source } = useForm()
  const { controls, ownControls, Mark } = useFormRegistry()
  const label = useLabel(field.name, form.name)
  const help = useHelp(field, form.name)
  const own = path.length === 1 ? ownControls[form.name]?.[field.name] : undefined
  const Kind = own ?? controls[field.kind] ?? NoControl
  const at = path.join('.')
  const found = problems.find((one) => one.field === at && (!one.locale || !locale || one.locale === locale))
  const isBeside = source !== null && locale !== undefined
  return (
    <Suspense fallback={<Skeleton height={72} />}>
      {locale && !isBeside && <Mark at={at} />}
      <Kind
        field={field}
        path={locale ? [...path, locale] : path}
        label={isBeside ? t('inLanguage', { label, language: languageName(locale) }) : label}
        description={help}
        error={found?.message}
        isReadOnly={isReadOnly || isSource || field.switches.includes('machine')}
      />
    </Suspense>
  )
}
