import { Badge, Group, Stack, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { number } from '../i18n/format'
import { Section } from '../ui/Section'
import type { OneApplicationFragment, StandingFragment } from './gql/graphql'

/** What the reviews that are in say, for those who may know. */
export function Reviews({ application }: { application: OneApplicationFragment }) {
  const { t } = useTranslation('applications')
  const { standing, reviews, call } = application
  const isIn = reviews.filter((one) => one.state === 'DONE')
  if (!standing || !isIn.length) return null
  return (
    <Section title={t('reviews')}>
      <Stack>
        <Result standing={standing} />
        <Table.ScrollContainer minWidth={320} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing={4} aria-label={t('reviews')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('criterion')}</Table.Th>
                {isIn.map((one) => (
                  <Table.Th key={one.id} ta="right">
                    {one.reviewer.name ?? '–'}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {call.criteria.map(({ key, label }) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" fw={400}>
                    {label}
                  </Table.Th>
                  {isIn.map((one) => (
                    <Table.Td key={one.id} ta="right">
                      {one.scores.find((score) => score.criterion === key)?.value ?? '–'}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
              <Table.Tr>
                <Table.Th scope="row">{t('pointsTitle')}</Table.Th>
                {isIn.map((one) => (
                  <Table.Td key={one.id} ta="right" fw={600}>
                    {number(one.points)}
                  </Table.Td>
                ))}
              </Table.Tr>
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
        {isIn.map((one) => (
          <div key={one.id}>
            <Text size="sm" fw={500}>
              {one.reviewer.name ?? '–'}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {one.comment}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  )
}

export function Result({ standing }: { standing: StandingFragment }) {
  const { t } = useTranslation('applications')
  return (
    <Group gap="xs">
      {standing.mean !== null && standing.mean !== undefined && (
        <Text fw={600}>{t('mean', { mean: number(Math.round(standing.mean * 10) / 10) })}</Text>
      )}
      {standing.reviews >= 2 && (
        <Badge variant="light" color={standing.passes ? 'teal' : 'red'}>
          {t(standing.passes ? 'passes' : 'fails')}
        </Badge>
      )}
      {standing.isDisputed && (
        <Badge variant="light" color="orange">
          {t('disputed', { spread: number(standing.spread ?? 0) })}
        </Badge>
      )}
    </Group>
  )
}
