import { useEffect, useRef, useState } from 'react'

/** Takes files that are dropped anywhere in the window; answers whether some are being dragged over it. */
export function useWindowDrop(onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(onFiles)
  latest.current = onFiles
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(false)
      const files = droppedFiles(event.dataTransfer)
      if (files.length > 0) latest.current(files)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isOver
}

/** Without folders, which browsers give as files that cannot be read. */
function droppedFiles(given: DataTransfer): File[] {
  const entries = [...given.items].filter((one) => one.kind === 'file')
  const files = entries.filter((one) => !one.webkitGetAsEntry?.()?.isDirectory).map((one) => one.getAsFile())
  return files.filter((one) => one !== null)
}
