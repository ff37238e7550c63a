import { Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFoot } from './DialogFoot'
import type { FormProps } from './PublishingDialogs'

/** What the author should change. */
export function SendBackForm({ publishing }: FormProps) {
  const { t } = useTranslation('publishing')
  const [comment, setComment] = useState('')

  async function send() {
    if (await publishing.run('send_back', { comment })) publishing.close()
  }

  return (
    <Stack>
      <Textarea
        label={t('comment')}
        description={t('commentHint')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        autosize
        minRows={3}
        withAsterisk
        autoFocus
      />
      <DialogFoot
        publishing={publishing}
        step="send_back"
        label={t('do.send_back')}
        isOff={!comment.trim()}
        onConfirm={() => void send()}
      />
    </Stack>
  )
}
