import { Button, Group, Menu, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import { OutlineHandle, OutlineRow } from '../ui/outline/OutlineRow'
import { EntryForm } from './EntryForm'
import classes from './Menus.module.css'
import { entryLabel, pathOf, type Row } from './tree'
import type { Menu as EditedMenu } from './useMenu'
import { useTarget } from './useTarget'

const MOST_CHILDREN = 30

type Props = { row: Row; menu: EditedMenu; isReadOnly: boolean }

/** One entry: what it is called, where it leads, and opened its form. */
export function EntryRow({ row, menu, isReadOnly }: Props) {
  const { t } = useTranslation('menus')
  const { locale, problems } = useForm()
  const { entry, parent } = row
  const name = entryLabel(entry, locale).text || t('unnamed')
  const over = menu.entries.find(({ id }) => id === parent)
  const isOpen = menu.opened === entry.id
  const at = pathOf(row)
  const wrong = problems.find(
    ({ field }) => field.startsWith(`${at.join('.')}.`) && !field.includes('children', at.join('.').length),
  )
  return (
    <OutlineRow
      id={entry.id}
      elementId={fieldId(at)}
      label={over ? t('under', { name, over: entryLabel(over, locale).text }) : name}
      isFixed={isReadOnly}
      onStep={(way) => menu.step(entry.id, way)}
      className={parent === null ? classes.entry : `${classes.entry} ${classes.child}`}
    >
      <Group gap={4} wrap="nowrap">
        {!isReadOnly && (
          <OutlineHandle
            id={entry.id}
            title={name}
            label={t('actionsOf', { name })}
            menu={<EntryMenu row={row} menu={menu} />}
          />
        )}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          c="inherit"
          aria-expanded={isOpen}
          onClick={() => menu.toggle(entry.id)}
          className={classes.name}
        >
          {name}
        </Button>
        <Leads row={row} />
        {wrong && (
          <IconAlertTriangle size={16} color="var(--mantine-color-error)" role="img" aria-label={wrong.message} />
        )}
      </Group>
      {isOpen && <EntryForm row={row} isReadOnly={isReadOnly} />}
    </OutlineRow>
  )
}

/** In a few words where it leads, and whether visitors get it. */
function Leads({ row: { entry } }: { row: Row }) {
  const { t } = useTranslation('menus')
  const { locale } = useForm()
  const target = useTarget(entry.target, locale)
  if (target) {
    const words = target.isGone
      ? t('gone')
      : target.isShown === false
        ? t('notLive', { title: target.title })
        : target.title
    return (
      <Text size="xs" c={target.isShown === false ? 'var(--mantine-color-error)' : 'dimmed'} truncate>
        → {words || '…'}
      </Text>
    )
  }
  return (
    <Text size="xs" c="dimmed" truncate>
      {entry.url ? `→ ${entry.url}` : t(entry.children?.length ? 'heading' : 'nowhere')}
    </Text>
  )
}

const SIGN = { size: 16, 'aria-hidden': true } as const

function EntryMenu({ row: { entry, parent }, menu }: Omit<Props, 'isReadOnly'>) {
  const { t } = useTranslation('menus')
  const { step, canStep } = menu
  const { id, children } = entry
  return (
    <>
      <Menu.Item leftSection={<IconArrowUp {...SIGN} />} disabled={!canStep(id, 'up')} onClick={() => step(id, 'up')}>
        {t('menu.up')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowDown {...SIGN} />}
        disabled={!canStep(id, 'down')}
        onClick={() => step(id, 'down')}
      >
        {t('menu.down')}
      </Menu.Item>
      {canStep(id, 'in') && (
        <Menu.Item leftSection={<IconIndentIncrease {...SIGN} />} onClick={() => step(id, 'in')}>
          {t('menu.in')}
        </Menu.Item>
      )}
      {canStep(id, 'out') && (
        <Menu.Item leftSection={<IconIndentDecrease {...SIGN} />} onClick={() => step(id, 'out')}>
          {t('menu.out')}
        </Menu.Item>
      )}
      <Menu.Divider />
      {parent === null && (children ?? []).length < MOST_CHILDREN && (
        <Menu.Item leftSection={<IconPlus {...SIGN} />} onClick={() => menu.add(id)}>
          {t('menu.addUnder')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconTrash {...SIGN} />} onClick={() => menu.remove(id)}>
        {t(children?.length ? 'menu.removeAll' : 'menu.remove')}
      </Menu.Item>
    </>
  )
}
