import { Center, Image } from '@mantine/core'
import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconPhoto,
  IconPresentation,
  IconVideo,
} from '@tabler/icons-react'
import type { ComponentType } from 'react'

type Shown = { mime: string; thumbnail?: string | null; width?: number | null; height?: number | null }
type Icon = ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>

const ICONS: [RegExp, Icon][] = [
  [/^image\//, IconPhoto],
  [/^video\//, IconVideo],
  [/pdf$/, IconFileTypePdf],
  [/presentation/, IconPresentation],
  [/sheet/, IconFileSpreadsheet],
  [/zip$/, IconFileZip],
  [/word|text/, IconFileText],
]

/** The picture itself, loaded when it comes near; for other kinds a sign. Beside it stands the name, so it says nothing. */
export function Thumbnail({ file, height = 140 }: { file: Shown; height?: number }) {
  if (file.thumbnail) {
    return <Image src={file.thumbnail} alt="" loading="lazy" h={height} w="100%" fit="contain" radius="sm" />
  }
  const Sign = ICONS.find(([kind]) => kind.test(file.mime))?.[1] ?? IconFile
  return (
    <Center h={height} c="dimmed">
      <Sign size={Math.min(height * 0.45, 56)} stroke={1.25} aria-hidden />
    </Center>
  )
}
