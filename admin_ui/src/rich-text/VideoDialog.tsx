import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import type { Editor } from '@tiptap/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { insertBlock } from './insertBlock'
import { isSafeSource, repairedAddress } from './model/addresses'
import { LONGEST_CAPTION, type VideoAttributes } from './model/media'
import { oneLine } from './model/texts'
import { watchAddress } from './model/videos'

/** A video by the address of its page, of YouTube, Vimeo or another site. */
export function VideoDialog({ editor, close }: { editor: Editor; close: () => void }) {
  const { t } = useTranslation(['rich-text', 'ui'])
  const [before] = useState(() =>
    editor.isActive('video') ? (editor.getAttributes('video') as VideoAttributes) : null,
  )
  const [address, setAddress] = useState(before?.src ?? '')
  const [caption, setCaption] = useState(before?.caption ?? '')
  const [isWrong, setWrong] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    const given = repairedAddress(address) ?? ''
    const src = watchAddress(given) ?? given
    if (!isSafeSource(src)) return setWrong(true)
    const attrs = { src, caption: oneLine(caption, LONGEST_CAPTION) }
    if (before) editor.chain().focus().updateAttributes('video', attrs).run()
    else insertBlock(editor.chain().focus(), { type: 'video', attrs }).run()
    close()
  }

  return (
    <Modal opened onClose={close} title={t('video.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('video.address')}
            description={t('video.hint')}
            placeholder="https://youtu.be/…"
            inputMode="url"
            value={address}
            error={isWrong && t('video.wrong')}
            onChange={(event) => {
              setAddress(event.currentTarget.value)
              setWrong(false)
            }}
            data-autofocus
          />
          <TextInput
            label={t('video.caption')}
            value={caption}
            maxLength={LONGEST_CAPTION}
            onChange={(event) => setCaption(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit">{t(before ? 'take' : 'insert')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
