import { ActionIcon } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import type { MouseEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useRemoving } from '../form/useUndoable'
import { type DialogName, useDialogs } from './DialogsContext'
import { PictureFigure, VideoFigure } from './Figures'
import type { ImageAttributes, VideoAttributes } from './model/media'
import classes from './RichText.module.css'

export function ImageNode(props: NodeViewProps) {
  return (
    <Framed {...props} dialog="image">
      <PictureFigure {...(props.node.attrs as ImageAttributes)} />
    </Framed>
  )
}

export function VideoNode(props: NodeViewProps) {
  return (
    <Framed {...props} dialog="video">
      <VideoFigure {...(props.node.attrs as VideoAttributes)} />
    </Framed>
  )
}

type FramedProps = NodeViewProps & { dialog: DialogName; children: ReactNode }

function Framed({ editor, getPos, selected, deleteNode, dialog, children }: FramedProps) {
  const { t } = useTranslation('rich-text')
  const open = useDialogs()
  const removing = useRemoving()

  function select() {
    const position = getPos()
    if (position !== undefined) editor.commands.setNodeSelection(position)
  }

  function edit() {
    select()
    open(dialog)
  }

  function remove() {
    removing(t(`tools.${dialog}`), () => deleteNode())
    editor.commands.focus()
  }

  return (
    <NodeViewWrapper
      className={classes.node}
      data-chosen={selected || undefined}
      data-drag-handle
      // ProseMirror selects at single clicks, and takes one soon after another for the second of a double click,
      // whatever was done between them. With Shift it extends the selection.
      onClick={(event: MouseEvent) => event.shiftKey || select()}
      onDoubleClick={edit}
    >
      {children}
      <div className={classes.tools} contentEditable={false}>
        <ActionIcon variant="default" tabIndex={-1} aria-label={t(`edit.${dialog}`)} onClick={edit}>
          <IconPencil size={16} />
        </ActionIcon>
        <ActionIcon variant="default" tabIndex={-1} aria-label={t(`remove.${dialog}`)} onClick={remove}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
    </NodeViewWrapper>
  )
}
