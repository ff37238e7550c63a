import { Button, Card, Group, Kbd, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { fieldId } from '../form/fields/fieldProps'
import { EmptyState } from '../ui/EmptyState'
import { Outline } from '../ui/outline/Outline'
import { EntryRow } from './EntryRow'
import { MenuPreview } from './MenuPreview'
import classes from './Menus.module.css'
import { mayPlace, rowsOf } from './tree'
import { useMenu } from './useMenu'

const MOST_ENTRIES = 40

/** The entries of a menu on their two levels, and how they read. */
export function MenuHead() {
  const { t } = useTranslation('menus')
  const { isReadOnly } = useEdited()
  const menu = useMenu()
  const { entries, news, put } = menu
  const isFull = entries.length >= MOST_ENTRIES
  return (
    <Stack>
      <Card withBorder component="section" aria-label={t('entries')} id={fieldId(['entries'])}>
        <Title order={2} size="h4" mb="xs">
          {t('entries')}
        </Title>
        {entries.length === 0 && <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
        <Outline news={news} onPlace={put} mayPlace={(id, over, side) => mayPlace(entries, id, over, side)}>
          <ol className={classes.entries} aria-label={t('entries')}>
            {rowsOf(entries).map((row) => (
              <EntryRow key={row.entry.id} row={row} menu={menu} isReadOnly={isReadOnly} />
            ))}
          </ol>
        </Outline>
        {!isReadOnly && (
          <Group justify="space-between" mt="sm" gap="xs">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => menu.add(null)}
              disabled={isFull}
            >
              {t('add')}
            </Button>
            {isFull && (
              <Text size="sm" c="dimmed">
                {t('full')}
              </Text>
            )}
            {entries.length > 1 && (
              <Text size="xs" c="dimmed" visibleFrom="sm">
                {t('keys')}{' '}
                <Kbd size="xs" style={{ whiteSpace: 'nowrap' }}>
                  Alt ↑
                </Kbd>{' '}
                <Kbd size="xs" style={{ whiteSpace: 'nowrap' }}>
                  Alt ↓
                </Kbd>
                , {t('keysLevels')}{' '}
                <Kbd size="xs" style={{ whiteSpace: 'nowrap' }}>
                  Alt Shift →
                </Kbd>{' '}
                <Kbd size="xs" style={{ whiteSpace: 'nowrap' }}>
                  Alt Shift ←
                </Kbd>
              </Text>
            )}
          </Group>
        )}
      </Card>
      {entries.length > 0 && <MenuPreview entries={entries} />}
    </Stack>
  )
}
