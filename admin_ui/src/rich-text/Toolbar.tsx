import { Menu } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconClearFormatting,
  IconCode,
  IconH2,
  IconH3,
  IconH4,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconMinus,
  IconPhoto,
  IconStrikethrough,
  IconSubscript,
  IconSuperscript,
  IconTable,
  IconVideo,
} from '@tabler/icons-react'
import type { ChainedCommands, Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { activeNames } from './activeNames'
import { type DialogName, useDialogs } from './DialogsContext'
import { insertBlock } from './insertBlock'
import classes from './RichText.module.css'
import { TABLE_COMMANDS } from './tableCommands'
import { useRovingFocus } from './useRovingFocus'

type Icon = ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>
type Tool = { name: string; icon: Icon; run?: (chain: ChainedCommands) => ChainedCommands; dialog?: DialogName }

const heading = (level: 2 | 3 | 4) => (chain: ChainedCommands) => chain.toggleHeading({ level })
/** What is raised is not lowered. */
const raise = (chain: ChainedCommands, kind: string, other: string) => chain.unsetMark(other).toggleMark(kind)
const GROUPS: Tool[][] = [
  [
    { name: 'bold', icon: IconBold, run: (chain) => chain.toggleBold() },
    { name: 'italic', icon: IconItalic, run: (chain) => chain.toggleItalic() },
    { name: 'strike', icon: IconStrikethrough, run: (chain) => chain.toggleStrike() },
    { name: 'superscript', icon: IconSuperscript, run: (chain) => raise(chain, 'superscript', 'subscript') },
    { name: 'subscript', icon: IconSubscript, run: (chain) => raise(chain, 'subscript', 'superscript') },
    { name: 'code', icon: IconCode, run: (chain) => chain.toggleCode() },
    { name: 'link', icon: IconLink, dialog: 'link' },
    { name: 'clear', icon: IconClearFormatting, run: (chain) => chain.unsetAllMarks().clearNodes() },
  ],
  [
    { name: 'h2', icon: IconH2, run: heading(2) },
    { name: 'h3', icon: IconH3, run: heading(3) },
    { name: 'h4', icon: IconH4, run: heading(4) },
  ],
  [
    { name: 'bulletList', icon: IconList, run: (chain) => chain.toggleBulletList() },
    { name: 'orderedList', icon: IconListNumbers, run: (chain) => chain.toggleOrderedList() },
    { name: 'blockquote', icon: IconBlockquote, run: (chain) => chain.toggleBlockquote() },
    { name: 'rule', icon: IconMinus, run: (chain) => insertBlock(chain, { type: 'horizontalRule' }) },
  ],
  [
    { name: 'image', icon: IconPhoto, dialog: 'image' },
    { name: 'video', icon: IconVideo, dialog: 'video' },
  ],
]
const LATER: Tool[] = [
  { name: 'undo', icon: IconArrowBackUp, run: (chain) => chain.undo() },
  { name: 'redo', icon: IconArrowForwardUp, run: (chain) => chain.redo() },
]

/** One stop for Tab; arrow keys go from tool to tool. */
export function Toolbar({ editor, label }: { editor: Editor; label: string }) {
  const { t } = useTranslation('rich-text')
  const roving = useRovingFocus(() => editor.commands.focus())
  const active = useEditorState({ editor, selector: ({ editor }) => activeNames(editor) })
  return (
    <RichTextEditor.Toolbar className={classes.toolbar} role="toolbar" aria-label={t('toolbar', { label })} {...roving}>
      {GROUPS.map((tools) => (
        <ToolGroup key={tools[0]?.name} tools={tools} editor={editor} active={active} />
      ))}
      <RichTextEditor.ControlsGroup>
        <TableMenu editor={editor} isInside={active.includes('table')} />
      </RichTextEditor.ControlsGroup>
      <ToolGroup tools={LATER} editor={editor} active={active} />
    </RichTextEditor.Toolbar>
  )
}

function ToolGroup({ tools, editor, active }: { tools: Tool[]; editor: Editor; active: string[] }) {
  const { t } = useTranslation('rich-text')
  const open = useDialogs()
  return (
    <RichTextEditor.ControlsGroup>
      {tools.map(({ name, icon: Icon, run, dialog }) => (
        <RichTextEditor.Control
          key={name}
          aria-label={t(`tools.${name}`)}
          title={t(`tools.${name}`)}
          active={active.includes(name)}
          onClick={() => (dialog ? open(dialog) : run?.(editor.chain().focus()).run())}
        >
          <Icon size={18} stroke={1.5} aria-hidden />
        </RichTextEditor.Control>
      ))}
    </RichTextEditor.ControlsGroup>
  )
}

function TableMenu({ editor, isInside }: { editor: Editor; isInside: boolean }) {
  const { t } = useTranslation('rich-text')
  return (
    <Menu position="bottom-start" withinPortal returnFocus={false}>
      <Menu.Target>
        <RichTextEditor.Control aria-label={t('tools.table')} title={t('tools.table')} active={isInside}>
          <IconTable size={18} stroke={1.5} aria-hidden />
        </RichTextEditor.Control>
      </Menu.Target>
      <Menu.Dropdown>
        {TABLE_COMMANDS.filter((one) => one.isInside === isInside).map(({ name, run, isLast }) => (
          <Menu.Item key={name} color={isLast ? 'red' : undefined} onClick={() => run(editor.chain().focus()).run()}>
            {t(`table.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
