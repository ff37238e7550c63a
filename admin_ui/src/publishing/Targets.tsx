import { Anchor, List, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { languageName } from '../i18n/format'
import type { BeforePublishingQuery } from './gql/graphql'

type Found = NonNullable<BeforePublishingQuery['unpublishedTargets']>

/** What an item refers to that visitors would not see. */
export function Targets({ found }: { found: Found }) {
  const { t } = useTranslation(['publishing', 'content-types'])
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {t('targets.title', { count: found.targets.length })}
      </Text>
      <List size="sm">
        {found.targets.map(({ id, item, locales, mayPublish, problems }) => (
          <List.Item key={id}>
            {item ? (
              <Anchor component={Link} to={`/content/${item.type}/${id}`} size="sm" target="_blank">
                {item.title || t('untitled')}
              </Anchor>
            ) : (
              t('unreadable')
            )}{' '}
            <Text span size="xs" c="dimmed">
              {[item && t(`content-types:singular.${item.type}`), locales.map(languageName).join(', ')]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {!mayPublish && <Text size="xs">{t('targets.noRight')}</Text>}
            {problems.map((one) => (
              <Text key={`${one.field}/${one.code}`} size="xs">
                {one.message}
              </Text>
            ))}
          </List.Item>
        ))}
      </List>
      {!found.isComplete && <Text size="sm">{t('targets.tooMany')}</Text>}
    </Stack>
  )
}
