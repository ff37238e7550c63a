import { Badge, Checkbox, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { number } from '../i18n/format'
import type { RankingQuery } from './gql/graphql'
import { StatusBadge } from './StatusBadge'

type Found = NonNullable<RankingQuery['ranking']>
type Props = { ranking: Found; chosen: string[]; onChoose: (ids: string[]) => void }

const rounded = (value: number, digits = 1) => number(Math.round(value * 10 ** digits) / 10 ** digits)

/** One row for each, with the mean of each criterion; two can be chosen to be read side by side. */
export function RankingTable({ ranking, chosen, onChoose }: Props) {
  const { t } = useTranslation('applications')
  return (
    <Table.ScrollContainer minWidth={880}>
      <Table verticalSpacing="xs" highlightOnHover aria-label={t('ranking')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36}>
              <span className="visually-hidden">{t('choose')}</span>
            </Table.Th>
            <Table.Th w={48}>{t('place')}</Table.Th>
            <Table.Th miw={220}>{t('application')}</Table.Th>
            <Table.Th miw={130}>{t('state')}</Table.Th>
            <Table.Th ta="right">{t('pointsTitle')}</Table.Th>
            <Table.Th ta="right">{t('spread')}</Table.Th>
            {ranking.criteria.map(({ key, label, weight }) => (
              <Table.Th key={key} ta="right" title={t('weight', { weight })} fw={500} fz="xs">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {ranking.applications.map((one) => (
            <Row
              key={one.application.id}
              one={one}
              criteria={ranking.criteria}
              isChosen={chosen.includes(one.application.id)}
              onToggle={() => onChoose(toggled(chosen, one.application.id))}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}

type RowProps = {
  one: Found['applications'][number]
  criteria: Found['criteria']
  isChosen: boolean
  onToggle: () => void
}

function Row({ one: { application, standing }, criteria, isChosen, onToggle }: RowProps) {
  const { t } = useTranslation('applications')
  const hasMean = standing.mean !== null && standing.mean !== undefined
  return (
    <Table.Tr>
      <Table.Td>
        <Checkbox
          checked={isChosen}
          onChange={onToggle}
          aria-label={t('chooseOne', { name: application.name || application.reference })}
        />
      </Table.Td>
      <Table.Td>{standing.place ?? '–'}</Table.Td>
      <Table.Td>
        <Text component={Link} to={`/applications/${application.id}`} fw={500} c="inherit">
          {application.name}
        </Text>
        <Text size="sm" c="dimmed">
          {[application.reference, application.city, application.countryName].filter(Boolean).join(', ')}
          {standing.aheadFromCountry > 0 && ` · ${t('ahead', { count: standing.aheadFromCountry })}`}
        </Text>
      </Table.Td>
      <Table.Td>
        <StatusBadge status={application.status} />
      </Table.Td>
      <Table.Td ta="right">
        <Text fw={600}>{hasMean ? rounded(standing.mean ?? 0) : '–'}</Text>
        <Text size="xs" c="dimmed">
          {standing.place ? t(standing.passes ? 'passes' : 'fails') : t('reviewCount', { count: standing.reviews })}
        </Text>
      </Table.Td>
      <Table.Td ta="right">
        {standing.isDisputed ? (
          <Badge color="orange" variant="light" title={t('disputed', { spread: rounded(standing.spread ?? 0, 2) })}>
            {rounded(standing.spread ?? 0, 2)}
          </Badge>
        ) : (
          (standing.spread !== null && standing.spread !== undefined && rounded(standing.spread, 2)) || '–'
        )}
      </Table.Td>
      {criteria.map(({ key }) => (
        <Table.Td key={key} ta="right">
          <Mean
            value={standing.means.find((mean) => mean.criterion === key)?.value}
            isWeak={standing.weak.includes(key)}
          />
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

function Mean({ value, isWeak }: { value?: number; isWeak: boolean }) {
  const { t } = useTranslation('applications')
  if (value === undefined) return '–'
  if (!isWeak) return rounded(value)
  return (
    <Badge color="red" variant="light" title={t('weak')}>
      {rounded(value)}
      <span className="visually-hidden">{t('weak')}</span>
    </Badge>
  )
}

/** The last two that were chosen. */
export function toggled(chosen: string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id].slice(-2)
}
