import { type DragEvent, useRef, useState } from 'react'

export const TALK = 'data-talk'

/** Takes files that are dropped on the programme; `talk`: the one whose row they were dropped on. */
export function useFileDrop(onFiles: (files: File[], talk?: string) => void, isOff: boolean) {
  const [isOver, setOver] = useState(false)
  const depth = useRef(0)
  const handlers = {
    onDragEnter(event: DragEvent) {
      if (isOff || !hasFiles(event)) return
      depth.current += 1
      setOver(true)
    },
    onDragLeave(event: DragEvent) {
      if (isOff || !hasFiles(event)) return
      depth.current = Math.max(0, depth.current - 1)
      if (depth.current === 0) setOver(false)
    },
    onDragOver(event: DragEvent) {
      if (!isOff && hasFiles(event)) event.preventDefault()
    },
    onDrop(event: DragEvent) {
      if (isOff || !hasFiles(event)) return
      event.preventDefault()
      depth.current = 0
      setOver(false)
      const talk = (event.target as Element).closest(`[${TALK}]`)?.getAttribute(TALK) ?? undefined
      const files = filesOf(event.dataTransfer)
      if (files.length > 0) onFiles(files, talk)
    },
  }
  return { isOver, handlers }
}

const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** Without folders, which browsers give as files that cannot be read. */
function filesOf(given: DataTransfer): File[] {
  const entries = [...given.items].filter((one) => one.kind === 'file')
  const files = entries.filter((one) => !one.webkitGetAsEntry?.()?.isDirectory).map((one) => one.getAsFile())
  return files.filter((one) => one !== null)
}
