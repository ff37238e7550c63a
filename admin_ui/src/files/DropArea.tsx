import { Dropzone } from '@mantine/dropzone'
import '@mantine/dropzone/styles.css'
import type { ReactNode } from 'react'
import classes from './DropArea.module.css'

type Props = { onFiles: (files: File[]) => void; isMany?: boolean; isOff?: boolean; children: ReactNode }

/** A place to drop files on. What is in it has its own buttons: the place itself is no button. */
export function DropArea({ onFiles, isMany = false, isOff = false, children }: Props) {
  return (
    <Dropzone
      onDrop={(files) => onFiles(isMany ? files : files.slice(0, 1))}
      multiple
      disabled={isOff}
      activateOnClick={false}
      activateOnKeyboard={false}
      enablePointerEvents
      tabIndex={-1}
      role="presentation"
      className={classes.area}
      p="md"
      inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
    >
      {children}
    </Dropzone>
  )
}
