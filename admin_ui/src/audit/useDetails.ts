import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { humanized } from '../content-types/labels'
import { useFrame } from '../content-types/useFrame'
import { languageName, moment, number } from '../i18n/format'
import type { AuditRowFragment } from './gql/graphql'

const MOST_FIELDS = 6

type Surroundings = { t: TFunction; siteName: (key: string) => string }
type Told = (value: unknown, surroundings: Surroundings) => string

/** Each detail in words; what is not here is for programs, such as ids. */
const TOLD: Record<string, Told> = {
  locale: (value) => languageName(String(value)),
  locales: (value) => texts(value).map(languageName).join(', '),
  fields: (value, { t }) => fieldNames(texts(value), t),
  changed: (value, { t }) => fieldNames(texts(value), t),
  autosave: (value, { t }) => (value ? t('details.autosave') : ''),
  restored: (value, { t }) => t('details.restored', { version: value }),
  comment: (value) => `“${String(value)}”`,
  at: (value) => (typeof value === 'string' ? moment(value) : ''),
  sites: (value, { siteName }) => texts(value).map(siteName).join(', '),
  override: (value, { siteName }) => siteName(String(value)),
  site: (value, { t, siteName }) => (value === '*' ? t('details.everywhere') : value ? siteName(String(value)) : ''),
  addresses: (value) =>
    texts(value)
      .map((one) => one.slice(one.indexOf('/')))
      .join(', '),
  vocabulary: (value) => String(value),
  role: (value, { t }) => t(`people:roles.${value}`, { defaultValue: String(value) }),
  name: (value) => `“${String(value)}”`,
  filename: (value) => String(value),
  host: (value) => String(value),
  event: (value) => String(value),
  token: (value, { t }) => t('details.token', { name: value }),
  way: (value, { t }) => t(`details.ways.${value}`, { defaultValue: String(value) }),
  reason: (value, { t }) => t(`details.reasons.${value}`, { defaultValue: humanized(String(value)) }),
  network: (value) => String(value),
  count: (value) => number(Number(value)),
  ended_sessions: (value, { t }) => (value ? t('details.ended', { count: Number(value) }) : ''),
  reference: (value) => String(value),
  answers: counted('answers'),
  files: counted('files'),
  mails: counted('mails'),
  reviews: counted('reviews'),
  applications: counted('applications'),
  why: (value, { t }) => t(`details.why.${value}`, { defaultValue: '' }),
  dry_run: (value, { t }) => (value ? t('details.dryRun') : ''),
}

/** How much was erased of a kind. */
function counted(kind: string): Told {
  return (value, { t }) => (typeof value === 'number' && value > 0 ? t(`details.${kind}`, { count: value }) : '')
}

/** What else the trail knows of an entry, in words. */
export function useDetails({ details, site, item }: AuditRowFragment): string[] {
  const { t } = useTranslation(['audit', 'people', 'content-types'])
  const { sites } = useFrame('Site')
  const siteName = (key: string) => sites.find((one) => one.key === key)?.name ?? key
  const given = { ...(details as Record<string, unknown>) }
  const moved = given.from && given.into ? [`${given.from} → ${given.into}`] : []
  const told = Object.entries(TOLD).map(([name, tell]) =>
    given[name] === undefined || given[name] === null ? '' : tell(given[name], { t, siteName }),
  )
  const place = site && !item && given.site === undefined ? [siteName(site)] : []
  return [...moved, ...told, ...place].filter((one) => one !== '')
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

function fieldNames(names: string[], t: TFunction): string {
  const shown = names.slice(0, MOST_FIELDS).map((one) => t(`content-types:fields.${one}`, humanized(one)))
  const left = names.length - shown.length
  return [...shown, ...(left > 0 ? [t('details.moreFields', { count: left })] : [])].join(', ')
}
