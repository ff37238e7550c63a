import { Badge, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { days } from '../content-types/lists/show'
import { currentLanguage } from '../i18n'
import { EditionsNowDocument, type EditionsNowQuery } from './gql/graphql'
import { ItemRow } from './ItemRow'
import { Panel } from './Panel'

const VALUES = ['start', 'end', 'tentative', 'cancelled']

/** The editions around today and what each still lacks: the coming ones, then those just past. */
export function EditionsPanel() {
  const { t } = useTranslation('home')
  const today = new Date().toISOString().slice(0, 10)
  const [{ data, error }, again] = useQuery({
    query: EditionsNowDocument,
    variables: { today, locale: currentLanguage(), values: VALUES },
    requestPolicy: 'cache-and-network',
  })
  const coming = data?.coming.nodes.map(({ id }) => id) ?? []
  const past = data?.past.nodes.filter(({ id }) => !coming.includes(id)) ?? []
  const rows = data && [...data.coming.nodes, ...past]
  return (
    <Panel
      title={t('editions')}
      empty={t('noEditions')}
      error={error}
      retry={() => again({ requestPolicy: 'network-only' })}
      rows={rows?.map((edition) => <EditionRow key={edition.id} edition={edition} />)}
      rowHeight={52}
    />
  )
}

function EditionRow({ edition }: { edition: EditionsNowQuery['past']['nodes'][number] }) {
  const { t } = useTranslation(['home', 'lists'])
  const shown = { values: edition.values as Record<string, unknown>, language: currentLanguage(), t, option: () => '' }
  return (
    <ItemRow item={{ ...edition, type: 'Edition' }} aside={days(shown)}>
      <Group gap={4} mt={2}>
        <Text size="sm" c="dimmed">
          {t(edition.missing.length ? 'missing' : 'complete')}
        </Text>
        {edition.missing.map((name) => (
          <Badge key={name} size="sm" variant="light" color="yellow" tt="none">
            {t(`content-types:missing.${name}`)}
          </Badge>
        ))}
      </Group>
    </ItemRow>
  )
}
