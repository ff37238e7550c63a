import { useDroppable } from '@dnd-kit/core'
import { Box } from '@mantine/core'
import type { ReactNode } from 'react'
import { TALK } from '../files/useFileDrop'
import type { Kind } from '../model/places'
import classes from '../Programme.module.css'
import { useSideAt } from './DropMark'

type Props = {
  part: string
  kind: Kind
  /** A whole part is an entry of its list, its line alone is not. */
  isHead?: boolean
  id?: string
  label?: string
  className?: string
  children: ReactNode
}

/** Where something can be put down: a whole part, or its line alone. */
export function DropZone({ part, kind, isHead = false, label, className, ...rest }: Props) {
  const zone = isHead ? `${part}/head` : part
  const { setNodeRef } = useDroppable({ id: zone, data: { kind, part, isHead } })
  const side = useSideAt(zone)
  return (
    <Box
      component={isHead ? 'div' : 'li'}
      ref={setNodeRef as never}
      className={className ? `${classes.target} ${className}` : classes.target}
      data-side={side}
      aria-label={label}
      {...(kind === 'talk' && { [TALK]: part })}
      {...rest}
    />
  )
}
