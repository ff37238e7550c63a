import { DragOverlay } from '@dnd-kit/core'
import classes from './DraggedCard.module.css'

/** What hangs at the pointer while it is dragged, as wide as its title; nothing while `title` is null. */
export function DraggedCard({ title }: { title: string | null }) {
  return (
    <DragOverlay dropAnimation={null}>
      {title !== null && (
        <div className={classes.dragged} data-dragged>
          {title}
        </div>
      )}
    </DragOverlay>
  )
}
