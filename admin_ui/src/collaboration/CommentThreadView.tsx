import { Alert, Anchor, Avatar, Button, Card, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { useEdited } from '../editing/EditedContext'
import { usePathName, withLanguage } from '../form/pathName'
import { showField } from '../form/showField'
import { when } from '../i18n/format'
import { useSession } from '../session/SessionProvider'
import { CommentForm } from './CommentForm'
import {
  DeleteCommentDocument,
  ReopenCommentDocument,
  ReplyToCommentDocument,
  ResolveCommentDocument,
  type ThreadFragment,
} from './gql/graphql'

/** One conversation: what it is about, what was said, and whether it is over. */
export function CommentThreadView({ thread }: { thread: ThreadFragment }) {
  const { t } = useTranslation(['collaboration', 'ui'])
  const { item, draft, locale } = useEdited()
  const client = useClient()
  const name = usePathName()
  const [isReplying, setReplying] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const isOver = thread.resolvedAt !== null
  const mayComment = item.rights.includes('comment')

  async function settle() {
    const document = isOver ? ReopenCommentDocument : ResolveCommentDocument
    const { data, error } = await client.mutation(document, { input: { thread: thread.id } }).toPromise()
    setRefusal(data ? (data.result.refusal?.message ?? null) : noAnswer(error))
  }

  return (
    <Card withBorder padding="sm">
      <Stack gap="xs">
        {thread.field && (
          <Anchor component="button" type="button" size="xs" ta="left" onClick={() => showField(thread.field, locale)}>
            {withLanguage(name(thread.field, draft.data, locale), thread.locale)}
          </Anchor>
        )}
        {thread.comments.map((one) => (
          <CommentView key={one.id} comment={one} />
        ))}
        {refusal && (
          <Alert color="red" variant="light" role="alert">
            {refusal}
          </Alert>
        )}
        {isReplying && (
          <CommentForm
            label={t('reply')}
            onClose={() => setReplying(false)}
            document={ReplyToCommentDocument}
            inputOf={({ text, mentions }) => ({ thread: thread.id, text, mentions })}
          />
        )}
        {mayComment && !isReplying && (
          <Group gap={4}>
            {!isOver && (
              <Button size="compact-xs" variant="subtle" onClick={() => setReplying(true)}>
                {t('reply')}
              </Button>
            )}
            <Button size="compact-xs" variant="subtle" onClick={() => void settle()}>
              {t(isOver ? 'reopen' : 'resolve')}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  )
}

function CommentView({ comment }: { comment: ThreadFragment['comments'][number] }) {
  const { t } = useTranslation('collaboration')
  const { person } = useSession()
  const client = useClient()
  const name = comment.by?.name ?? t('somebodyGone')
  const isMine = comment.by?.id === person.id && comment.deletedAt === null
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start">
      <Avatar size="sm" name={name} color="initials" aria-hidden />
      <Stack gap={2} flex={1}>
        <Text size="xs" c="dimmed">
          {name} · {when(comment.at)}
          {comment.editedAt && ` · ${t('edited')}`}
        </Text>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {comment.deletedAt ? t('deletedComment') : comment.text}
        </Text>
        {comment.mentions.length > 0 && (
          <Text size="xs" c="dimmed">
            {t('asked', { names: comment.mentions.map((one) => one.name).join(', ') })}
          </Text>
        )}
        {isMine && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            style={{ alignSelf: 'flex-start' }}
            onClick={() => void client.mutation(DeleteCommentDocument, { input: { id: comment.id } }).toPromise()}
          >
            {t('deleteComment')}
          </Button>
        )}
      </Stack>
    </Group>
  )
}
