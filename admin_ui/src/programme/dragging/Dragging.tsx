import {
  DndContext,
  type DragMoveEvent,
  type DragStartEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useDraft } from '../../form/store/useDraft'
import { DraggedCard } from '../../ui/DraggedCard'
import type { Days, Kind } from '../model/places'
import { useProgramme } from '../ProgrammeContext'
import { DropMark, DropMarkProvider } from './DropMark'
import { fits, innermost, type Side, sideOf, whereOf, type Zone } from './target'

type Over = { zone: Zone; side: Side }

/** Parts are dragged by their handles; a line shows where one would be put, and nothing else moves meanwhile. */
export function Dragging({ children }: { children: ReactNode }) {
  const draft = useDraft()
  const { place } = useProgramme()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }))
  const [title, setTitle] = useState<string | null>(null)
  const over = useRef<Over | null>(null)
  const mark = useMemo(() => new DropMark(), [])

  function begin({ active }: DragStartEvent) {
    setTitle(String(active.data.current?.title ?? ''))
  }

  function look({ active, over: found, collisions }: DragMoveEvent) {
    const zone = found?.data.current as Zone | undefined
    const dragged = active.data.current?.kind as Kind
    const pointerY = Number(collisions?.[0]?.data?.pointerY ?? 0)
    over.current = zone && found ? { zone, side: sideOf(dragged, zone, pointerY, found.rect) } : null
    mark.show(over.current && found ? String(found.id) : null, over.current?.side ?? null)
  }

  function drop({ active }: Pick<DragMoveEvent, 'active'>) {
    const days = (draft.valueAt(['days']) ?? []) as Days
    const id = String(active.id)
    const kind = active.data.current?.kind as Kind
    const to = over.current && whereOf(days, id, kind, over.current.zone, over.current.side)
    end()
    if (to && fits(days, id, to)) place(id, to)
  }

  function end() {
    over.current = null
    mark.show(null, null)
    setTitle(null)
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={innermost}
      onDragStart={begin}
      onDragMove={look}
      onDragOver={look} // places are measured after the first moves: who stops at once is over one too
      onDragEnd={drop}
      onDragCancel={end}
      accessibility={{ screenReaderInstructions: { draggable: '' }, announcements: SILENT }}
    >
      <DropMarkProvider value={mark}>{children}</DropMarkProvider>
      <DraggedCard title={title} />
    </DndContext>
  )
}

/** The programme itself says what was moved where. */
const nothing = () => undefined
const SILENT = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing }
