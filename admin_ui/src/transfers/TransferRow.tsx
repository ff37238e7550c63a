import { Badge, Button, Collapse, Progress, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconChevronDown, IconChevronRight, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { bytes } from '../files/facts'
import { day, moment, number } from '../i18n/format'
import { useSitesWith } from '../session/useSitesWith'
import { Row } from '../ui/Row'
import type { TransferFragment, TransferState } from './gql/graphql'
import { ImportReport } from './ImportReport'
import { RIGHT } from './right'

const COLORS: Record<TransferState, string> = { WAITING: 'gray', RUNNING: 'blue', DONE: 'teal', FAILED: 'red' }

export function isUnderWay({ state }: Pick<TransferFragment, 'state'>): boolean {
  return state === 'WAITING' || state === 'RUNNING'
}

/** One export or import: how far it is, what it did, and the archive. */
export function TransferRow({ transfer }: { transfer: TransferFragment }) {
  const { t } = useTranslation('transfers')
  const { siteName } = useSitesWith(RIGHT)
  const [isOpen, { toggle }] = useDisclosure(false)
  const { kind, site, state, dryRun, createdAt, by, byteSize, downloadPath, expiresAt, report, problems } = transfer
  const name = t(`kinds.${kind === 'EXPORT' ? 'export' : dryRun ? 'look' : 'import'}`)
  return (
    <Row
      title={`${name} · ${siteName(site)}`}
      hint={[
        moment(createdAt),
        by?.name,
        byteSize && bytes(byteSize),
        downloadPath && t('until', { day: day(expiresAt) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          <Badge size="sm" variant="light" color={report && report.counts.refused > 0 ? 'red' : COLORS[state]}>
            {t(report && report.counts.refused > 0 ? 'refusedState' : `states.${state}`)}
          </Badge>
          {downloadPath && (
            <Button
              component="a"
              href={downloadPath}
              size="xs"
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
              download
            >
              {t('download')}
            </Button>
          )}
          {report && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={toggle}
              aria-expanded={isOpen}
              rightSection={
                isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />
              }
            >
              {t('report')}
            </Button>
          )}
        </>
      }
    >
      {state === 'RUNNING' && <Underway transfer={transfer} />}
      {report && <Text size="sm">{summary()}</Text>}
      {problems.map(({ field, code, message }) => (
        <Text key={field + code} size="sm" c="red">
          {t(`problems.${code}`, { defaultValue: message })}
        </Text>
      ))}
      <Collapse expanded={isOpen}>{isOpen && <ImportReport transfer={transfer} />}</Collapse>
    </Row>
  )

  function summary(): string {
    if (!report) return ''
    const counts = (['new', 'changed', 'kept', 'refused', 'same'] as const).filter((one) => report.counts[one] > 0)
    const told = counts.map((one) =>
      t(`counts.${one}`, { count: report.counts[one], shown: number(report.counts[one]) }),
    )
    return told.join(' · ') || t('nothingInIt')
  }
}

function Underway({ transfer: { stage, step, total } }: { transfer: TransferFragment }) {
  const { t } = useTranslation('transfers')
  const label = t(`stages.${stage}`, { defaultValue: stage || t('states.RUNNING') })
  return (
    <>
      <Text size="sm" c="dimmed">
        {total > 0 ? t('stepOf', { stage: label, step: number(step), total: number(total) }) : label}
      </Text>
      <Progress value={total > 0 ? (100 * step) / total : 100} animated={total === 0} aria-label={label} mt={4} />
    </>
  )
}
