import { useDraggable, useDroppable } from '@dnd-kit/core'
import { ActionIcon, Menu } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useSideAt } from './DropMark'
import classes from './Outline.module.css'
import { type Way, wayOf } from './wayOf'

type RowProps = {
  id: string
  className?: string
  /** For the row's own element, by which it is found and named. */
  elementId: string
  label: string
  isFixed: boolean
  onStep: (way: Way) => void
  children: ReactNode
}

/** One row; while the cursor is anywhere in it, Alt and the arrows move it. */
export function OutlineRow({ id, elementId, label, isFixed, onStep, className, children }: RowProps) {
  const { setNodeRef } = useDroppable({ id, disabled: isFixed })

  function move(event: KeyboardEvent) {
    const way = isFixed ? null : wayOf(event)
    if (!way) return
    event.preventDefault()
    event.stopPropagation()
    onStep(way)
  }

  return (
    <li
      ref={setNodeRef}
      id={elementId}
      aria-label={label}
      className={className ? `${classes.row} ${className}` : classes.row}
      data-side={useSideAt(id)}
      onKeyDown={move}
    >
      {children}
    </li>
  )
}

type HandleProps = { id: string; title: string; label: string; menu: ReactNode }

/** Dragged, it moves the row; pressed, it says what else can be done with it. */
export function OutlineHandle({ id, title, label, menu }: HandleProps) {
  const [isOpen, setOpen] = useState(false)
  const { setNodeRef, listeners } = useDraggable({ id, data: { title } })
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
      aria-label={label}
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
    <Menu
      opened
      onChange={(stays) => !stays && setOpen(false)}
      position="bottom-start"
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{handle}</Menu.Target>
      <Menu.Dropdown>{menu}</Menu.Dropdown>
    </Menu>
  )
}
