import { Button, SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useEdited } from '../editing/EditedContext'
import { Failure } from '../ui/Failure'
import { SkeletonRows } from '../ui/SkeletonRows'
import { CommentForm } from './CommentForm'
import { CommentThreadView } from './CommentThreadView'
import { AddCommentDocument, CommentsDocument } from './gql/graphql'
import { WITH_COMMENTS } from './SurroundingsContext'

/** What was said about the item, field by field, and room to say more. */
export function CommentsPanel() {
  const { t } = useTranslation('collaboration')
  const { item } = useEdited()
  const [isResolved, setResolved] = useState(false)
  const [{ data, error }, again] = useQuery({
    query: CommentsDocument,
    variables: { id: item.id, isResolved },
    requestPolicy: 'cache-and-network',
    context: WITH_COMMENTS,
  })
  const threads = data?.item?.comments.nodes
  return (
    <Stack gap="sm">
      {item.rights.includes('comment') && <NewComment />}
      <SegmentedControl
        size="xs"
        aria-label={t('whichComments')}
        data={[
          { value: 'open', label: t('openComments') },
          { value: 'done', label: t('resolvedComments') },
        ]}
        value={isResolved ? 'done' : 'open'}
        onChange={(next) => setResolved(next === 'done')}
      />
      {error && <Failure error={error} retry={() => again({ requestPolicy: 'network-only' })} />}
      {!threads && !error && <SkeletonRows rows={2} />}
      {threads?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t(isResolved ? 'noResolvedComments' : 'noComments')}
        </Text>
      )}
      {threads?.map((one) => (
        <CommentThreadView key={one.id} thread={one} />
      ))}
    </Stack>
  )
}

function NewComment() {
  const { t } = useTranslation('collaboration')
  const { item, locale } = useEdited()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {t('newComment')}
      </Button>
    )
  }
  return (
    <CommentForm
      label={t('comment')}
      withField
      onClose={() => setOpen(false)}
      document={AddCommentDocument}
      inputOf={({ text, mentions, field }) => ({ item: item.id, text, mentions, field, locale: field ? locale : null })}
    />
  )
}
