import { Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconClipboardList,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../form/store/paths'
import { useDraft } from '../form/store/useDraft'
import { isNested, type Kind } from './model/places'
import { useProgramme } from './ProgrammeContext'

type Props = { path: Path; kind: Kind; onClose: () => void; children: ReactNode }
const SIGN = { size: 16, 'aria-hidden': true } as const

/** All that can be done with one part, for those who use neither mouse nor keys. */
export function RowMenu({ path, kind, onClose, children }: Props) {
  const { t } = useTranslation('programme')
  const { add, remove, step, canStep, paste } = useProgramme()
  const draft = useDraft()
  const id = path.at(-1) ?? ''
  const list = path.slice(0, -1)
  const mayNest = kind === 'session' && !isNested(path)

  function addAfter() {
    const present = (draft.valueAt(list) ?? []) as { id: string }[]
    add(list, present.findIndex((one) => one.id === id) + 1)
  }

  return (
    <Menu
      opened
      onChange={(isOpen) => !isOpen && onClose()}
      position="bottom-start"
      returnFocus={false}
      withinPortal={false}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
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
        <Menu.Item leftSection={<IconPlus {...SIGN} />} onClick={addAfter}>
          {t(`menu.after.${kind}`)}
        </Menu.Item>
        {kind === 'day' && (
          <Menu.Item leftSection={<IconPlus {...SIGN} />} onClick={() => add([...path, 'sessions'])}>
            {t('add.session')}
          </Menu.Item>
        )}
        {kind === 'session' && (
          <>
            <Menu.Item leftSection={<IconPlus {...SIGN} />} onClick={() => add([...path, 'talks'])}>
              {t('add.talk')}
            </Menu.Item>
            {mayNest && (
              <Menu.Item leftSection={<IconPlus {...SIGN} />} onClick={() => add([...path, 'children'])}>
                {t('add.nested')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconClipboardList {...SIGN} />} onClick={() => paste([...path, 'talks'])}>
              {t('paste.open')}
            </Menu.Item>
          </>
        )}
        <Menu.Item leftSection={<IconTrash {...SIGN} />} onClick={() => remove(id)}>
          {t('menu.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
