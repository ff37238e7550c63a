import { Alert, Badge, Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { languageName, moment } from '../i18n/format'
import { STATE_COLORS } from '../ui/StateBadges'
import type { OutcomeFragment } from './gql/graphql'
import { type Given, TRANSITIONS } from './transitions'

type Standing = NonNullable<OutcomeFragment['item']>['states'][number]
type Problem = OutcomeFragment['problems'][number]
type Props = {
  id: string
  standing: Standing
  /** Saves what is in the form first; false where that failed. */
  save: () => Promise<boolean>
  onDone: (item: NonNullable<OutcomeFragment['item']>) => void
  onProblems: (problems: Problem[]) => void
}

/** Where one language stands, what is live of it, and what may be done next. */
export function PublishingPanel({ id, standing, save, onDone, onProblems }: Props) {
  const { t } = useTranslation(['publishing', 'ui'])
  const client = useClient()
  const [busy, setBusy] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { locale, state, liveVersion, publishedAt, isChanged, effective, expires } = standing

  async function run(name: string, given: Partial<Given> = {}) {
    const transition = TRANSITIONS[name]
    if (!transition) return
    setBusy(name)
    setRefusal(null)
    if (await save()) await take(name, transition.input({ id, locale, ...given }))
    setBusy(null)
  }

  async function take(name: string, input: object) {
    const document = TRANSITIONS[name]?.document
    if (!document) return
    const { data, error } = await client.mutation(document, { input: input as never }).toPromise()
    if (error || !data) return setRefusal(t('ui:awayHint'))
    onProblems(data.result.problems)
    if (!data.result.item) return setRefusal(data.result.refusal?.message ?? t('ui:failed'))
    onDone(data.result.item)
    notifications.show({ message: t(`done.${name}`, { language: languageName(locale) }), color: 'teal' })
  }

  return (
    <Card withBorder component="section" aria-label={t('title')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('title')} · {languageName(locale)}
        </Title>
        <Badge color={STATE_COLORS[state]} variant="light">
          {t(`ui:states.${state}`)}
        </Badge>
      </Group>
      <Stack gap={4} mb="sm">
        <Fact
          text={
            liveVersion
              ? t(isChanged ? 'liveChanged' : 'live', { at: publishedAt && moment(publishedAt) })
              : t('notLive')
          }
        />
        {effective && <Fact text={t('effective', { at: moment(effective) })} />}
        {expires && <Fact text={t('expires', { at: moment(expires) })} />}
      </Stack>
      {refusal && (
        <Alert color="red" variant="light" mb="sm" role="alert">
          {refusal}
        </Alert>
      )}
      <Stack gap="xs">
        {Object.entries(TRANSITIONS)
          .filter(([name]) => standing.allowedTransitions.includes(name))
          .map(([name, one]) => (
            <Button
              key={name}
              variant={one.isMain ? 'filled' : 'default'}
              c={one.color}
              loading={busy === name}
              disabled={busy !== null && busy !== name}
              onClick={() => (one.asks ? ask(name) : void run(name))}
            >
              {t(name === 'publish' && liveVersion ? 'do.publishChanges' : `do.${name}`)}
            </Button>
          ))}
      </Stack>
    </Card>
  )

  function ask(name: string) {
    const asks = TRANSITIONS[name]?.asks
    if (asks === 'comment') {
      modals.open({ title: t(`do.${name}`), children: <CommentForm send={(comment) => void run(name, { comment })} /> })
    } else {
      modals.openConfirmModal({
        title: t(`do.${name}`),
        children: t(`sure.${name}`, { language: languageName(locale) }),
        labels: { confirm: t(`do.${name}`), cancel: t('ui:cancel') },
        onConfirm: () => void run(name),
      })
    }
  }
}

function Fact({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  )
}

function CommentForm({ send }: { send: (comment: string) => void }) {
  const { t } = useTranslation('publishing')
  const text = useRef<HTMLTextAreaElement>(null)
  return (
    <Stack>
      <Textarea
        ref={text}
        label={t('comment')}
        description={t('commentHint')}
        autosize
        minRows={3}
        required
        data-autofocus
      />
      <Button
        onClick={() => {
          send(text.current?.value ?? '')
          modals.closeAll()
        }}
      >
        {t('do.send_back')}
      </Button>
    </Stack>
  )
}
