import { useDraggable } from '@dnd-kit/core'
import { ActionIcon } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../form/store/paths'
import type { Kind } from './model/places'
import { RowMenu } from './RowMenu'

type Props = { id: string; kind: Kind; title: string; path: Path }

/** Dragged, it moves the part; pressed, it says what else can be done with it. */
export function RowHandle({ id, kind, title, path }: Props) {
  const { t } = useTranslation('programme')
  const [isOpen, setOpen] = useState(false)
  const { setNodeRef, listeners } = useDraggable({ id, data: { kind, title } })
  const button = useRef<HTMLButtonElement | null>(null)
  const handle = (
    <ActionIcon
      ref={(node) => {
        button.current = node
        setNodeRef(node)
      }}
      variant="subtle"
      color="gray"
      size={28}
      aria-label={t('actionsOf', { title })}
      aria-haspopup="menu"
      style={{ touchAction: 'none', cursor: 'grab' }}
      {...listeners}
      onClick={() => setOpen(true)}
    >
      <IconGripVertical size={16} aria-hidden />
    </ActionIcon>
  )
  if (!isOpen) return handle
  return (
    <RowMenu path={path} kind={kind} onClose={() => setOpen(false)}>
      {handle}
    </RowMenu>
  )
}
