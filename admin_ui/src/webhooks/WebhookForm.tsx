import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import type { Refusal as Why } from '../api/useVerb'
import { problemOf, Refusal } from '../ui/Refusal'
import { eventHint, eventName } from './events'
import { WebhookEventsDocument } from './gql/graphql'

export type Given = { url: string; events: string[]; description: string }

type Props = {
  known?: Given
  label: string
  refusal?: Why
  isBusy: boolean
  isOff?: boolean
  onGiven: (given: Given) => void
  children?: ReactNode
}

const FIELDS = ['site', 'url', 'events', 'description']

/** Who asks for it lets caches keep the site's answers: that is to be chosen, not come by. */
const FOR_CACHES = 'cache.invalidated'

/** Where a webhook's messages go, and of what they tell. */
export function WebhookForm({ known, label, refusal, isBusy, isOff, onGiven, children }: Props) {
  const { t } = useTranslation('webhooks')
  const [{ data }] = useQuery({ query: WebhookEventsDocument })
  const all = data?.webhookEvents.map(({ name }) => name) ?? known?.events ?? []
  const usual = all.filter((name) => name !== FOR_CACHES)
  const [given, setGiven] = useState<Partial<Given>>({})
  const { url = '', events = usual, description = '' } = { ...known, ...given }

  function submit(event: FormEvent) {
    event.preventDefault()
    onGiven({ url: url.trim(), events, description })
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <Refusal refusal={refusal} fields={FIELDS} area="webhooks" />
        {children}
        <TextInput
          type="url"
          label={t('url')}
          description={t('urlHint')}
          placeholder="https://www.example.org/hooks/cms"
          value={url}
          error={problemOf(refusal, 'url', t)}
          onChange={(event) => setGiven({ ...given, url: event.currentTarget.value })}
          maxLength={2000}
          required
        />
        <Checkbox.Group
          label={t('tellOf')}
          value={events}
          error={problemOf(refusal, 'events', t)}
          onChange={(chosen) => setGiven({ ...given, events: chosen })}
          withAsterisk
        >
          <Stack gap="xs" mt="xs">
            {all.map((name) => (
              <Checkbox key={name} value={name} label={eventName(t, name)} description={eventHint(t, name)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          label={t('description')}
          description={t('descriptionHint')}
          value={description}
          error={problemOf(refusal, 'description', t)}
          onChange={(event) => setGiven({ ...given, description: event.currentTarget.value })}
          maxLength={200}
        />
        <Group>
          <Button type="submit" loading={isBusy} disabled={isOff || !url.trim()}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
