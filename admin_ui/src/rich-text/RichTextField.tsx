import { RichTextEditor } from '@mantine/tiptap'
import '@mantine/tiptap/styles.css'
import { Input } from '@mantine/core'
import { useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import type { FieldProps } from '../editor/fields/fieldProps'
import { fieldId } from '../editor/fields/fieldProps'
import type { JsonObject } from '../editor/store/json'
import { useValue } from '../editor/store/useDraft'

/** Formatted text in the same structure that the API delivers. */
export function RichTextField({ field, path, label, description, error, isReadOnly }: FieldProps) {
  const [value, set] = useValue<JsonObject>(path)
  const editor = useEditor({
    extensions: [StarterKit],
    content: value ?? '',
    editable: !isReadOnly,
    editorProps: { attributes: { id: fieldId(path), 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' } },
    onUpdate: ({ editor }) => set(editor.isEmpty ? null : editor.getJSON()),
  })
  return (
    <Input.Wrapper label={label} description={description} error={error} withAsterisk={field.required}>
      <RichTextEditor editor={editor}>
        <RichTextEditor.Content />
      </RichTextEditor>
    </Input.Wrapper>
  )
}
