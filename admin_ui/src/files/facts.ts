import type { TFunction } from 'i18next'
import { currentLanguage } from '../i18n'
import { number } from '../i18n/format'
import type { FileRowFragment } from './gql/graphql'

type FileFacts = NonNullable<FileRowFragment['file']>

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte']

/** "2.4 MB" or "800 bytes", in the language of the interface. */
export function bytes(size: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(size, 1)) / 3), UNITS.length - 1)
  const unitDisplay = step ? 'short' : 'long'
  const format = { style: 'unit', unit: UNITS[step], unitDisplay, maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(currentLanguage(), format).format(size / 1000 ** step)
}

/** "PNG · 1234 × 800 · 2.4 MB" */
export function factsLine(t: TFunction<'files'>, file: FileFacts): string {
  const size = file.width && file.height ? `${number(file.width)} × ${number(file.height)}` : null
  const pages = file.pageCount ? t('pages', { count: file.pageCount }) : null
  return [kindName(file.mime), size, pages, bytes(file.byteSize)].filter(Boolean).join(' · ')
}

const NAMES: [RegExp, string][] = [
  [/presentationml/, 'PPTX'],
  [/wordprocessingml/, 'DOCX'],
  [/spreadsheetml/, 'XLSX'],
  [/opendocument\.text/, 'ODT'],
  [/opendocument\.presentation/, 'ODP'],
]

function kindName(mime: string): string {
  return NAMES.find(([kind]) => kind.test(mime))?.[1] ?? (mime.split('/')[1] ?? mime).toUpperCase()
}

export const isPicture = (mime: string) => mime.startsWith('image/')

export function altOf(data: unknown): Record<string, string> {
  return ((data as { alt?: Record<string, string> }).alt ?? {}) as Record<string, string>
}

export function tagsOf(data: unknown): string[] {
  return (data as { tags?: string[] }).tags ?? []
}
