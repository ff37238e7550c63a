import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileChooser } from '../files/FileChooser'
import { useForm } from '../form/FormContext'
import { PictureFigure } from './Figures'
import { insertBlock } from './insertBlock'
import { type ImageAttributes, LONGEST_ALT, LONGEST_CAPTION } from './model/media'
import { oneLine } from './model/texts'

type Way = 'own' | 'other' | 'none'

/** A picture of the library in the text: which, and what is said of it here. */
export function ImageDialog({ editor, close }: { editor: Editor; close: () => void }) {
  const { site } = useForm()
  const [before] = useState(() =>
    editor.isActive('image') ? (editor.getAttributes('image') as ImageAttributes) : null,
  )
  const [file, setFile] = useState(before?.file ?? null)
  const [isChoosing, setChoosing] = useState(!before)
  if (isChoosing || !file) {
    return (
      <FileChooser
        opened
        images
        site={site}
        onLeave={() => (file ? setChoosing(false) : close())}
        onChoose={(id) => {
          setFile(id)
          setChoosing(false)
        }}
      />
    )
  }
  return <Details editor={editor} file={file} before={before} chooseOther={() => setChoosing(true)} close={close} />
}

type DetailsProps = {
  editor: Editor
  file: string
  before: ImageAttributes | null
  chooseOther: () => void
  close: () => void
}

function Details({ editor, file, before, chooseOther, close }: DetailsProps) {
  const { t } = useTranslation(['rich-text', 'ui'])
  const [way, setWay] = useState<Way>(wayOf(before))
  const [alt, setAlt] = useState(before?.alt ?? '')
  const [caption, setCaption] = useState(before?.caption ?? '')
  const described = { own: null, none: '', other: oneLine(alt, LONGEST_ALT) }[way]

  function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    const attrs = { file, alt: described, caption: oneLine(caption, LONGEST_CAPTION) }
    if (before) editor.chain().focus().updateAttributes('image', attrs).run()
    else insertBlock(editor.chain().focus(), { type: 'image', attrs }).run()
    close()
  }

  return (
    <Modal opened onClose={close} title={t('image.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <PictureFigure file={file} alt={described} caption={null} />
          <Radio.Group label={t('image.alt')} value={way} onChange={(value) => setWay(value as Way)}>
            <Stack gap={6} mt={4}>
              <Radio value="own" label={t('image.own')} />
              <Radio value="other" label={t('image.other')} />
              <Radio value="none" label={t('image.none')} />
            </Stack>
          </Radio.Group>
          {way === 'other' && (
            <TextInput
              label={t('image.otherWords')}
              value={alt}
              maxLength={LONGEST_ALT}
              onChange={(event) => setAlt(event.currentTarget.value)}
              required
            />
          )}
          <TextInput
            label={t('image.caption')}
            value={caption}
            maxLength={LONGEST_CAPTION}
            onChange={(event) => setCaption(event.currentTarget.value)}
          />
          <Group justify="space-between">
            <Button variant="default" onClick={chooseOther}>
              {t('image.chooseOther')}
            </Button>
            <Button type="submit" data-autofocus>
              {t(before ? 'take' : 'insert')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function wayOf(before: ImageAttributes | null): Way {
  if (!before || before.alt === null) return 'own'
  return before.alt === '' ? 'none' : 'other'
}
