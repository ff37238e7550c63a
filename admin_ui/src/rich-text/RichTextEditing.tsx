import { RichTextEditor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.css'
import { Alert, Box } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UploadRows } from '../files/UploadRows'
import { useUploads } from '../files/uploading/uploads'
import { useTrayAfterwards } from '../files/uploadTray'
import { useForm } from '../form/FormContext'
import { fieldId } from '../form/fields/fieldProps'
import type { Path } from '../form/store/paths'
import { useValue } from '../form/store/useDraft'
import { type DialogName, DialogsContext } from './DialogsContext'
import { ImageDialog } from './ImageDialog'
import { insertUploads } from './insertUploads'
import { LinkDialog } from './LinkDialog'
import { textSchema } from './model/schema'
import classes from './RichText.module.css'
import { RichTextView } from './RichTextView'
import { Toolbar } from './Toolbar'
import { documentOf } from './takeOver'
import { useTextEditor } from './useTextEditor'
import { VideoDialog } from './VideoDialog'

type Props = { path: Path; label: string; isFocused: boolean; isWrong: boolean }

/** The editor of one text; where it could not show all of the text, it does not touch it. */
export function RichTextEditing(props: Props) {
  const { t } = useTranslation('rich-text')
  const [value] = useValue(props.path)
  const [isWhole] = useState(() => documentOf(textSchema(), value) !== null)
  if (isWhole) return <Editing {...props} />
  return (
    <Alert color="yellow" title={t('unreadable')} id={fieldId(props.path)} tabIndex={-1}>
      <RichTextView doc={value as Record<string, unknown>} />
    </Alert>
  )
}

function Editing({ path, label, isFocused, isWrong }: Props) {
  const { t } = useTranslation('rich-text')
  const { site } = useForm()
  const [dialog, setDialog] = useState<DialogName | null>(null)
  const [sent, setSent] = useState<readonly string[]>([])
  const end = useRef<HTMLDivElement>(null)
  const attributes = useMemo(
    () => ({ id: fieldId(path), role: 'textbox', 'aria-multiline': 'true', 'aria-label': label }),
    [path, label],
  )
  const editor = useTextEditor(path, attributes, {
    onDropped: (count) => notifications.show({ message: t('picturesDropped', { count }), color: 'yellow' }),
    onExcess: (excess) => notifications.show({ message: t(`excess.${excess}`), color: 'red' }),
    onFiles: (files, position) => setSent((before) => [...before, ...insertUploads(editor, files, position, site)]),
    leave: () => end.current?.focus(),
    link: () => setDialog('link'),
  })
  const uploading = useUploads(sent).filter((one) => one.stage !== 'done' && one.stage !== 'cancelled')
  useTrayAfterwards(sent)
  useEffect(() => {
    if (isFocused) editor.commands.focus()
  }, [editor, isFocused])
  const close = () => setDialog(null)

  return (
    <DialogsContext value={setDialog}>
      <RichTextEditor
        editor={editor}
        className={`${classes.root} ${isWrong ? classes.wrong : ''}`}
        withTypographyStyles={false}
        data-rich-text
      >
        <Toolbar editor={editor} label={label} />
        <RichTextEditor.Content className={classes.content} />
      </RichTextEditor>
      <Box ref={end} tabIndex={-1} aria-label={t('left', { label })} role="group" />
      <UploadRows list={uploading} />
      {dialog === 'link' && <LinkDialog editor={editor} close={close} />}
      {dialog === 'image' && <ImageDialog editor={editor} close={close} />}
      {dialog === 'video' && <VideoDialog editor={editor} close={close} />}
    </DialogsContext>
  )
}
