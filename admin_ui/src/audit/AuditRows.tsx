import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/EmptyState'
import { Listed } from '../ui/ListedRow'
import { Paged } from '../ui/Paged'
import { AuditRow } from './AuditRow'
import { byDay } from './byDay'
import { type AuditFilterInput, AuditTrailDocument } from './gql/graphql'

type Props = { filter: AuditFilterInput; choosePerson: (id: string) => void; isNarrowed: boolean }

export function AuditRows({ filter, choosePerson, isNarrowed }: Props) {
  const { t } = useTranslation('audit')
  return (
    <Paged
      query={AuditTrailDocument}
      wanted={{ filter }}
      of={(data) => data.audit}
      empty={<EmptyState title={t('empty')}>{t(isNarrowed ? 'emptyHint' : 'nothingYet')}</EmptyState>}
      foot={(found) => !found.pageInfo.hasNextPage && t('end')}
    >
      {(entries) =>
        byDay(entries).map(({ day, entries: ofDay }) => (
          <section key={day} aria-label={day}>
            <Title order={2} size="h5" mt="md" mb={4}>
              {day}
            </Title>
            <Listed label={day}>
              {ofDay.map((entry) => (
                <AuditRow key={entry.id} entry={entry} choosePerson={choosePerson} />
              ))}
            </Listed>
          </section>
        ))
      }
    </Paged>
  )
}
