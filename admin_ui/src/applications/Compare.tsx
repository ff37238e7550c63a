import { Alert, Anchor, Card, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { currentLanguage } from '../i18n'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Page } from '../ui/Page'
import { SkeletonRows } from '../ui/SkeletonRows'
import { aligned } from './aligned'
import { ReadApplicationDocument, type ReadApplicationQuery } from './gql/graphql'
import { AnswerView } from './Reading'
import { StatusBadge } from './StatusBadge'

type Read = NonNullable<ReadApplicationQuery['application']>

/** Two applications side by side, question by question. */
export function Compare() {
  const { t } = useTranslation('applications')
  const [wanted] = useSearchParams()
  const [first, second] = [wanted.get('one') ?? '', wanted.get('other') ?? '']
  const one = useRead(first)
  const other = useRead(second)
  const error = one.error ?? other.error
  return (
    <Page title={t('sideBySide')}>
      <Anchor
        component={Link}
        to={`/ranking${one.read ? `?call=${one.read.call.id}` : ''}`}
        size="sm"
        mb="md"
        display="inline-block"
      >
        {t('backToRanking')}
      </Anchor>
      {error && <Failure error={error} />}
      {!(first && second) && <EmptyState title={t('compareHint')} />}
      {first && second && !error && !(one.read && other.read) && <SkeletonRows rows={5} height={100} />}
      {one.read && other.read && <Both one={one.read} other={other.read} />}
    </Page>
  )
}

function useRead(id: string) {
  const [{ data, error }] = useQuery({
    query: ReadApplicationDocument,
    variables: { id, locale: currentLanguage() },
    pause: !id,
  })
  return { read: data?.application, error }
}

function Both({ one, other }: { one: Read; other: Read }) {
  const { t } = useTranslation('applications')
  if (!one.sections || !other.sections) return <Alert variant="light">{t('afterDeclaring')}</Alert>
  return (
    <Stack>
      <SimpleGrid
        cols={{ base: 1, sm: 2 }}
        spacing="md"
        style={{ position: 'sticky', top: 'var(--header-height)', zIndex: 1 }}
      >
        {[one, other].map((read) => (
          <Card key={read.id} withBorder padding="sm">
            <Text component={Link} to={`/applications/${read.id}`} fw={600} c="inherit">
              {read.name}
            </Text>
            <Text size="sm" c="dimmed">
              {[read.reference, read.city, read.countryName].filter(Boolean).join(' · ')}
            </Text>
            <StatusBadge status={read.status} />
          </Card>
        ))}
      </SimpleGrid>
      {aligned(one.sections, other.sections).map((section) => (
        <Card key={section.key} withBorder component="section" aria-label={section.title} padding="lg">
          <Title order={2} size="h4" mb="md">
            {section.title}
          </Title>
          <Stack gap="lg">
            {section.rows.map((row) => (
              <div key={row.question}>
                <Text size="sm" c="dimmed" mb={4}>
                  {row.label}
                </Text>
                <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
                  {[row.one, row.other].map((answer, side) => (
                    <div key={side === 0 ? 'one' : 'other'}>
                      <Text size="xs" c="dimmed" hiddenFrom="sm">
                        {(side === 0 ? one : other).name}
                      </Text>
                      {answer ? <AnswerView answer={answer} /> : <Text c="dimmed">{t('notAsked')}</Text>}
                    </div>
                  ))}
                </SimpleGrid>
              </div>
            ))}
          </Stack>
        </Card>
      ))}
    </Stack>
  )
}
