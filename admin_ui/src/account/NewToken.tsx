import { Alert, Button, Checkbox, Modal, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useVerb, type Refusal as Why } from '../api/useVerb'
import { day } from '../i18n/format'
import { OnceShown } from '../ui/OnceShown'
import { problemOf, Refusal } from '../ui/Refusal'
import { SkeletonRows } from '../ui/SkeletonRows'
import { CreateTokenDocument, TokenChoicesDocument, type TokenChoicesQuery } from './gql/graphql'

const DAYS = [7, 30, 90, 180, 365]
const A_DAY = 24 * 3600 * 1000
/** A year by the server's clock must not be over for one that runs a little late. */
const MARGIN = 10 * 60 * 1000

type Props = { service?: string; rights?: string[]; onClose: () => void }

/** Asks what a program may do, and then shows its token once. */
export function NewToken({ service, rights, onClose }: Props) {
  const { t } = useTranslation(['account', 'ui'])
  const [{ data }] = useQuery({ query: TokenChoicesDocument })
  const { run, refusal, isBusy } = useVerb(CreateTokenDocument, { touches: ['ApiToken'] })
  const [secret, setSecret] = useState<string>()

  async function create({ days, site, ...given }: Given) {
    const done = await run({ ...given, site: site || null, expires: endOf(days), service: service ?? null })
    if (done?.created) setSecret(done.created.secret)
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(secret ? 'tokens.made' : 'tokens.new')}
      size="lg"
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {secret ? (
        <Stack>
          <Alert color="yellow" variant="light">
            {t('tokens.onceHint')}
          </Alert>
          <OnceShown value={secret} label={t('tokens.secret')} />
          <Button onClick={onClose}>{t('tokens.kept')}</Button>
        </Stack>
      ) : data ? (
        <NewTokenForm choices={data} rights={rights} refusal={refusal} isBusy={isBusy} onGiven={create} />
      ) : (
        <SkeletonRows rows={4} height={56} />
      )}
    </Modal>
  )
}

type Given = { name: string; scopes: string[]; site: string; days: number }
type FormProps = {
  choices: TokenChoicesQuery
  rights?: string[]
  refusal?: Why
  isBusy: boolean
  onGiven: (given: Given) => void
}

function NewTokenForm({ choices, rights, refusal, isBusy, onGiven }: FormProps) {
  const { t } = useTranslation(['account', 'people'])
  const [given, setGiven] = useState<Given>({ name: '', scopes: ['read'], site: '', days: 90 })
  const own = new Set(rights ?? choices.viewer.roles.flatMap((one) => one.rights))
  const sites = choices.items.nodes.map(({ site, title }) => ({ value: site, label: title ?? site }))

  function submit(event: FormEvent) {
    event.preventDefault()
    onGiven(given)
  }

  return (
    <form onSubmit={submit}>
      <Stack>
        <Refusal refusal={refusal} fields={['name', 'scopes', 'expires']} area="account" />
        <TextInput
          label={t('tokens.name')}
          description={t('tokens.nameHint')}
          value={given.name}
          error={problemOf(refusal, 'name', t)}
          onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
          maxLength={80}
          required
          data-autofocus
        />
        <Checkbox.Group
          label={t('tokens.scopes')}
          description={t('tokens.scopesHint')}
          error={problemOf(refusal, 'scopes', t)}
          value={given.scopes}
          onChange={(scopes) => setGiven({ ...given, scopes })}
        >
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mt="xs">
            {choices.tokenScopes
              .filter((scope) => own.has(scope))
              .map((scope) => (
                <Checkbox key={scope} value={scope} label={t(`people:rights.${scope}`, scope)} />
              ))}
          </SimpleGrid>
        </Checkbox.Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <NativeSelect
            label={t('tokens.site')}
            data={[{ value: '', label: t('tokens.allSites') }, ...sites]}
            value={given.site}
            onChange={(event) => setGiven({ ...given, site: event.currentTarget.value })}
          />
          <NativeSelect
            label={t('tokens.lasts')}
            data={DAYS.map((days) => ({
              value: String(days),
              label: t('tokens.days', { count: days, day: day(endOf(days)) }),
            }))}
            value={String(given.days)}
            error={problemOf(refusal, 'expires', t)}
            onChange={(event) => setGiven({ ...given, days: Number(event.currentTarget.value) })}
          />
        </SimpleGrid>
        <Button type="submit" loading={isBusy}>
          {t('tokens.create')}
        </Button>
      </Stack>
    </form>
  )
}

function endOf(days: number): string {
  return new Date(Date.now() + days * A_DAY - MARGIN).toISOString()
}
