import { Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n'
import { Section } from '../ui/Section'
import type { RankingQuery } from './gql/graphql'

type Balance = NonNullable<RankingQuery['ranking']>['balance']

/** How often each country is there, so that a decision can be fair to all. */
export function Countries({ balance }: { balance: Balance }) {
  const { t } = useTranslation('applications')
  const names = new Intl.DisplayNames([currentLanguage()], { type: 'region' })
  if (!balance.length) return null
  return (
    <Section title={t('countries')} hint={t('countriesHint')}>
      <Table verticalSpacing={6} horizontalSpacing={6} aria-label={t('countries')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('country')}</Table.Th>
            <Table.Th ta="right">{t('title')}</Table.Th>
            <Table.Th ta="right">{t('chosen')}</Table.Th>
            <Table.Th ta="right">{t('editions')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {balance.map((one) => (
            <Table.Tr key={one.country}>
              <Table.Th scope="row" fw={400}>
                {names.of(one.country)}
              </Table.Th>
              <Table.Td ta="right">{one.applications}</Table.Td>
              <Table.Td ta="right">{one.chosen}</Table.Td>
              <Table.Td ta="right">{one.editions}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  )
}
