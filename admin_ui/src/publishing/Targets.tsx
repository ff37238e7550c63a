import { Alert, Anchor, Checkbox, Group, ScrollArea, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { languageName } from '../i18n/format'
import { type FoundTargets, mayGoAlong } from './targetsFound'

type Props = { found: FoundTargets; chosen: string[]; choose: (ids: string[]) => void; isReadOnly?: boolean }
type Target = FoundTargets['targets'][number]

const MOST_TOLD = 8

/** What stays in the source language, and what is referred to and visitors would not see: what is ticked goes live too. */
export function Targets(props: Props) {
  const { copies = [], targets } = props.found
  return (
    <>
      {copies.length > 0 && <Copies copies={copies} />}
      {targets.length > 0 && <Ticked {...props} />}
    </>
  )
}

function Copies({ copies }: { copies: NonNullable<FoundTargets['copies']> }) {
  const { t } = useTranslation('publishing')
  const told = copies.map(({ item, locale, count }) =>
    t('copies.one', { title: item.title || t('untitled'), language: languageName(locale), count }),
  )
  return (
    <Alert color="yellow" variant="light" title={t('copies.title')}>
      {told.slice(0, MOST_TOLD).map((one) => (
        <Text size="sm" key={one}>
          {one}
        </Text>
      ))}
      {told.length > MOST_TOLD && <Text size="sm">{t('copies.more', { count: told.length - MOST_TOLD })}</Text>}
    </Alert>
  )
}

function Ticked({ found, chosen, choose, isReadOnly = false }: Props) {
  const { t } = useTranslation('publishing')
  return (
    <Stack gap={4}>
      <Checkbox.Group
        value={chosen}
        onChange={choose}
        label={t('targets.title', { count: found.targets.length })}
        description={t('targets.hint')}
        readOnly={isReadOnly}
      >
        <ScrollArea.Autosize mah="18rem">
          <Stack gap="xs" mt="xs">
            {found.targets.map((one) => (
              <TargetBox key={one.id} target={one} />
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Checkbox.Group>
      {!found.isComplete && <Text size="sm">{t('targets.tooMany')}</Text>}
    </Stack>
  )
}

function TargetBox({ target }: { target: Target }) {
  const { t } = useTranslation(['publishing', 'content-types'])
  const { id, item, locales, mayPublish, problems } = target
  const title = item ? item.title || t('untitled') : t('unreadable')
  const facts = [item && t(`content-types:singular.${item.type}`), locales.map(languageName).join(', ')]
  const reasons = [...(mayPublish ? [] : [t('targets.noRight')]), ...problems.map(({ message }) => message)]
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
      <Checkbox
        value={id}
        label={title}
        description={[facts.filter(Boolean).join(' · '), ...reasons].join(' — ')}
        disabled={!mayGoAlong(target)}
      />
      {item && (
        <Anchor
          component={Link}
          to={`/content/${item.type}/${id}`}
          size="xs"
          target="_blank"
          aria-label={t('targets.openOne', { title })}
        >
          {t('targets.open')}
        </Anchor>
      )}
    </Group>
  )
}
