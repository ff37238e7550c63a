import { Badge, CloseButton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { languageName } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import { Refusal } from '../ui/Refusal'
import { Row, Rows } from '../ui/Row'
import { type ReleaseFragment, RemoveFromReleaseDocument } from './gql/graphql'
import { releaseProblem } from './releaseProblem'
import type { ReleaseProblem } from './useCheck'

type Props = { release: ReleaseFragment; problems: ReleaseProblem[]; mayChange: boolean }
type Entry = ReleaseFragment['entries'][number]

/** The items of a release, each with what stops it. */
export function Entries({ release, problems, mayChange }: Props) {
  const { t } = useTranslation('releases')
  const { run, refusal } = useVerb(RemoveFromReleaseDocument, { touches: ['ReleaseCheck'] })
  if (!release.entries.length) return <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
  const remove = (entry: Entry) => void run({ id: release.id, items: [entry.id] })
  const ofNone = problems.filter((one) => !release.entries.some(({ id }) => id === one.item))
  return (
    <>
      <Refusal refusal={refusal} area="releases" />
      {ofNone.map((one) => (
        <Problem key={`${one.field}/${one.code}`} problem={one} />
      ))}
      <Rows label={t('content')}>
        {release.entries.map((entry) => (
          <EntryRow
            key={`${entry.id}/${entry.action}`}
            entry={entry}
            problems={problems.filter(({ item }) => item === entry.id)}
            onRemove={mayChange ? () => remove(entry) : undefined}
          />
        ))}
      </Rows>
    </>
  )
}

type RowProps = { entry: Entry; problems: ReleaseProblem[]; onRemove?: () => void }

function EntryRow({ entry, problems, onRemove }: RowProps) {
  const { t } = useTranslation(['releases', 'content-types'])
  const { item, locales, action, version } = entry
  const title = item ? item.title || t('untitled') : t('hidden')
  return (
    <Row
      to={item ? `/content/${item.type}/${item.id}` : undefined}
      title={title}
      hint={[
        item && t(`content-types:singular.${item.type}`, item.type),
        locales.map(languageName).join(', '),
        version && t('version', { version }),
      ]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          <Badge size="sm" variant="light" color={action === 'PUBLISH' ? 'teal' : 'orange'}>
            {t(`actions.${action}`)}
          </Badge>
          {onRemove && <CloseButton aria-label={t('remove', { title })} onClick={onRemove} />}
        </>
      }
    >
      {problems.map((one) => (
        <Problem key={`${one.field}/${one.locale}/${one.code}`} problem={one} />
      ))}
    </Row>
  )
}

function Problem({ problem }: { problem: ReleaseProblem }) {
  const { t } = useTranslation(['releases', 'content-types'])
  return (
    <Text size="sm" c="red">
      {releaseProblem(t, problem)}
    </Text>
  )
}
