import {
  type Collision,
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  type DragMoveEvent,
  type DragStartEvent,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, useMemo, useState } from 'react'
import { DraggedCard } from '../DraggedCard'
import { DropMark, DropMarkProvider, type Side } from './DropMark'
import { sideOf } from './sideOf'

type Props = {
  /** `id` was put on that side of the row `over`. */
  onPlace: (id: string, over: string, side: Side) => void
  /** Whether `id` may be put inside the row `over`, or beside it. */
  mayPlace?: (id: string, over: string, side: Side) => boolean
  /** Told to those who cannot see what was moved. */
  news: string
  children: ReactNode
}

/** Rows that are dragged by their handles; a line shows where one would be put, and nothing else moves meanwhile. */
export function Outline({ onPlace, mayPlace, news, children }: Props) {
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const [title, setTitle] = useState<string | null>(null)
  const mark = useMemo(() => new DropMark(), [])

  function look({ active, over, collisions }: DragMoveEvent) {
    if (!over) return mark.show(null, null)
    const [id, row] = [String(active.id), String(over.id)]
    const mayEnter = mayPlace?.(id, row, 'inside') ?? false
    const side = sideOf(Number(collisions?.[0]?.data?.pointerY ?? 0), over.rect, mayEnter)
    const isAllowed = side === 'inside' || (mayPlace?.(id, row, side) ?? true)
    mark.show(isAllowed ? row : null, isAllowed ? side : null)
  }

  function drop({ active }: DragEndEvent) {
    const { row, side } = mark
    end()
    if (row && side) onPlace(String(active.id), row, side)
  }

  function end() {
    mark.show(null, null)
    setTitle(null)
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={rowUnderPointer}
      onDragStart={({ active }: DragStartEvent) => setTitle(String(active.data.current?.title ?? ''))}
      onDragMove={look}
      onDragEnd={drop}
      onDragCancel={end}
      accessibility={{ screenReaderInstructions: { draggable: '' }, announcements: SILENT }}
    >
      <DropMarkProvider value={mark}>{children}</DropMarkProvider>
      <DraggedCard title={title} />
      <div className="visually-hidden" aria-live="polite">
        {news}
      </div>
    </DndContext>
  )
}

const rowUnderPointer: CollisionDetection = (given) => {
  const others = given.droppableContainers.filter(({ id }) => id !== given.active.id)
  const [found]: Collision[] = pointerWithin({ ...given, droppableContainers: others })
  return found ? [{ ...found, data: { ...found.data, pointerY: given.pointerCoordinates?.y ?? 0 } }] : []
}

/** What was moved is told once it is done, in the language of the interface. */
const nothing = () => undefined
const SILENT = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing }
