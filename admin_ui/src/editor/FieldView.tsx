import { SimpleGrid, Skeleton, Stack } from '@mantine/core'
import { type ComponentType, lazy, memo, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { OWN_FIELDS } from '../content-types/ownFields'
import { languageName } from '../i18n/format'
import { StaleMark } from '../together/StaleMark'
import { type FieldForm, useForm } from './FormContext'
import type { FieldProps } from './fields/fieldProps'
import { EmbeddedListField, EmbeddedOneField } from './fields/groupFields'
import { CountryField, LocaleField, TermsField, TextListField, TimeZoneField } from './fields/listedFields'
import { BooleanField, ChoiceField, DateField, NumberField, PartialDateField } from './fields/plainFields'
import { ReferenceField } from './fields/ReferenceField'
import { TextField } from './fields/TextField'
import { useHelp, useLabel } from './labels'
import type { Path } from './store/paths'

/** How each kind of field is edited. */
const FIELDS: Record<string, ComponentType<FieldProps>> = {
  Text: TextField,
  Key: TextField,
  Email: TextField,
  Url: TextField,
  RichText: lazy(async () => ({ default: (await import('../rich-text/RichTextField')).RichTextField })),
  Boolean: BooleanField,
  Integer: NumberField,
  Decimal: NumberField,
  Choice: ChoiceField,
  Date: DateField,
  WallTime: DateField,
  ClockTime: DateField,
  PartialDate: PartialDateField,
  TimeZone: TimeZoneField,
  Country: CountryField,
  LocaleCode: LocaleField,
  Terms: TermsField,
  TextList: TextListField,
  Reference: ReferenceField,
  References: ReferenceField,
  File: lazy(async () => ({ default: (await import('../files/FileField')).FileField })),
  EmbeddedOne: EmbeddedOneField,
  EmbeddedList: EmbeddedListField,
  Blocks: EmbeddedListField,
}

/** One field: once for facts, once for the language that is edited, and beside it the source where that is shown. */
export const FieldView = memo(function FieldView({ field, path }: ViewProps) {
  const { locale, source } = useForm()
  if (!field.localized) return <Value field={field} path={path} />
  if (!source || source === locale) return <Value field={field} path={path} locale={locale} />
  return (
    <Stack gap={4}>
      <StaleMark at={path.join('.')} />
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
  const { t } = useTranslation('editor')
  const { form, isReadOnly, problems, source } = useForm()
  const label = useLabel(field.name)
  const help = useHelp(field)
  const own = path.length === 1 ? OWN_FIELDS[form.name]?.[field.name] : undefined
  const Kind = own ?? FIELDS[field.kind]
  if (!Kind) return null
  const at = path.join('.')
  const found = problems.find((one) => one.field === at && (!one.locale || !locale || one.locale === locale))
  const isBeside = source !== null && locale !== undefined
  return (
    <Suspense fallback={<Skeleton height={72} />}>
      {locale && !isBeside && <StaleMark at={at} />}
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
