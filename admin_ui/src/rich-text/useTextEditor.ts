import { ReactNodeViewRenderer, useEditor } from '@tiptap/react'
import { useEffect, useRef, useState } from 'react'
import type { JsonObject } from '../form/store/json'
import type { Path } from '../form/store/paths'
import { useDraft, useValue } from '../form/store/useDraft'
import { LeaveByEscape } from './LeaveByEscape'
import { modelExtensions } from './model/extensions'
import { type Excess, Limits } from './model/limits'
import { Image, Video } from './model/media'
import { ImageNode, VideoNode } from './nodeViews'
import { Paste, type PasteOptions } from './paste/Paste'
import { forgetSteps, takeOver } from './takeOver'

const MEDIA = {
  image: Image.extend({ addNodeView: () => ReactNodeViewRenderer(ImageNode) }),
  video: Video.extend({ addNodeView: () => ReactNodeViewRenderer(VideoNode) }),
}

type Parts = PasteOptions & { onExcess: (excess: Excess) => void; leave: () => void; link: () => void }

/** The editor of the text at `path`: what is typed goes there, and what comes from elsewhere is shown. */
export function useTextEditor(path: Path, attributes: Record<string, string>, parts: Parts) {
  const [value, set] = useValue<JsonObject>(path)
  const given = useRef<unknown>(value ?? null)
  const draft = useDraft()
  const replays = useRef(draft.replays)
  const latest = useRef(parts)
  latest.current = parts
  const [extensions] = useState(() => [
    ...modelExtensions(MEDIA),
    Limits.configure({ onExcess: (excess) => latest.current.onExcess(excess) }),
    Paste.configure({
      onDropped: (count) => latest.current.onDropped(count),
      onFiles: (files, position) => latest.current.onFiles(files, position),
    }),
    LeaveByEscape.configure({ leave: () => latest.current.leave(), link: () => latest.current.link() }),
  ])
  const editor = useEditor({
    extensions,
    content: value ?? null,
    shouldRerenderOnTransaction: false,
    editorProps: { attributes },
    onUpdate: ({ editor }) => {
      given.current = editor.isEmpty ? null : editor.getJSON()
      set(given.current as JsonObject | null)
    },
  })
  useEffect(() => {
    const present = value ?? null
    if (present === given.current) return
    given.current = present
    takeOver(editor, present)
    if (draft.replays !== replays.current) forgetSteps(editor)
    replays.current = draft.replays
  }, [editor, value, draft])
  return editor
}
