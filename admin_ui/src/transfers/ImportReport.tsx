import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { humanized } from '../content-types/labels'
import { useSession } from '../session/SessionProvider'
import { Failure } from '../ui/Failure'
import { Refusal } from '../ui/Refusal'
import { Row, Rows } from '../ui/Row'
import { SkeletonRows } from '../ui/SkeletonRows'
import { TOUCHES } from './ExportForm'
import {
  ImportSiteDocument,
  type ImportVerdict,
  type TransferFragment,
  TransferReportDocument,
  type TransferReportQuery,
} from './gql/graphql'

type Entry = NonNullable<NonNullable<TransferReportQuery['transfer']>['report']>['entries'][number]

const COLORS: Record<ImportVerdict, string> = {
  NEW: 'teal',
  CHANGED: 'blue',
  KEPT: 'gray',
  REFUSED: 'red',
  SAME: 'gray',
}

/** Item by item what an import does, or would do; after a look the way to do it. */
export function ImportReport({ transfer }: { transfer: TransferFragment }) {
  const { t } = useTranslation('transfers')
  const [{ data, error }, ask] = useQuery({ query: TransferReportDocument, variables: { id: transfer.id } })
  const entries = data?.transfer?.report?.entries
  if (error) return <Failure error={error} retry={() => ask({ requestPolicy: 'network-only' })} />
  if (!entries) return <SkeletonRows rows={3} height={52} />
  return (
    <Stack gap="xs" pt="sm">
      <GoOn transfer={transfer} />
      {entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('allTheSame')}
        </Text>
      )}
      <Rows label={t('report')}>
        {entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} isHere={transfer.report?.isDone ?? false} />
        ))}
      </Rows>
    </Stack>
  )
}

function EntryRow({ entry, isHere }: { entry: Entry; isHere: boolean }) {
  const { t } = useTranslation(['transfers', 'content-types'])
  const { id, type, title, verdict, fields, problems } = entry
  const changed = fields.map((name) => t(`content-types:fields.${name}`, { defaultValue: humanized(name) }))
  return (
    <Row
      to={isHere || verdict === 'CHANGED' || verdict === 'KEPT' ? `/content/${type}/${id}` : undefined}
      title={title || t('untitled')}
      hint={[t(`content-types:singular.${type}`, type), changed.join(', ')].filter(Boolean).join(' · ')}
      aside={
        <Badge size="sm" variant="light" color={COLORS[verdict]}>
          {t(`verdicts.${verdict}`)}
        </Badge>
      }
    >
      {problems.map(({ field, locale, code, message }) => (
        <Text key={field + locale + code} size="sm" c="red">
          {field ? `${field}: ${message}` : message}
        </Text>
      ))}
    </Row>
  )
}

/** Only whoever sent the archive may begin again with it. */
function GoOn({ transfer }: { transfer: TransferFragment }) {
  const { t } = useTranslation('transfers')
  const me = useSession().person.id
  const { run, refusal, isBusy } = useVerb(ImportSiteDocument, TOUCHES)
  const { upload, dryRun, report, onConflict, by } = transfer
  if (!dryRun || !upload || by?.id !== me || !report) return null
  const isRefused = report.counts.refused > 0
  const isNothing = report.counts.new + report.counts.changed === 0
  return (
    <Stack gap="xs">
      <Refusal refusal={refusal} area="transfers" />
      <Text size="sm">
        {t(isRefused ? 'refusedHint' : isNothing ? 'nothingToDo' : 'lookedHint')} {t(`onConflictHint.${onConflict}`)}
      </Text>
      {!isNothing && !isRefused && (
        <Group>
          <Button size="xs" loading={isBusy} onClick={() => void run({ upload, onConflict, dryRun: false })}>
            {t('importNow')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}
