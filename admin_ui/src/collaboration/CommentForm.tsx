import { Alert, Button, Group, MultiSelect, Select, Stack, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TypedDocumentNode, useClient, useQuery } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { useEdited } from '../editing/EditedContext'
import { usePathName } from '../form/pathName'
import { type CommentAnswerFragment, MentionableDocument } from './gql/graphql'

export type Written = { text: string; mentions: string[]; field: string }

type Props<Input> = {
  label: string
  document: TypedDocumentNode<{ result: CommentAnswerFragment }, { input: Input }>
  inputOf: (written: Written) => Input
  onClose: () => void
  withField?: boolean
}

/** A comment with whom it asks to look, and at which field it stands. */
export function CommentForm<Input>({ label, document, inputOf, onClose, withField = false }: Props<Input>) {
  const { t } = useTranslation(['collaboration', 'ui'])
  const client = useClient()
  const [written, setWritten] = useState<Written>({ text: '', mentions: [], field: '' })
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function send() {
    setBusy(true)
    const { data, error } = await client.mutation(document, { input: inputOf(written) }).toPromise()
    setBusy(false)
    if (data?.result.refusal || !data) {
      const said = data?.result.problems.map((one) => one.message).join(' ')
      return setRefusal(said || data?.result.refusal?.message || noAnswer(error))
    }
    onClose()
  }

  return (
    <Stack gap="xs">
      <Textarea
        label={label}
        value={written.text}
        onChange={(event) => setWritten({ ...written, text: event.currentTarget.value })}
        autosize
        minRows={2}
        maxLength={4000}
        autoFocus
      />
      {withField && <AtField field={written.field} choose={(field) => setWritten({ ...written, field })} />}
      <Mentions chosen={written.mentions} choose={(mentions) => setWritten({ ...written, mentions })} />
      {refusal && (
        <Alert color="red" variant="light" role="alert">
          {refusal}
        </Alert>
      )}
      <Group gap="xs" justify="flex-end">
        <Button size="xs" variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button size="xs" onClick={() => void send()} loading={isBusy} disabled={!written.text.trim()}>
          {t('sendComment')}
        </Button>
      </Group>
    </Stack>
  )
}

function AtField({ field, choose }: { field: string; choose: (field: string) => void }) {
  const { t } = useTranslation('collaboration')
  const { form, draft, locale } = useEdited()
  const name = usePathName()
  const data = form.fields.map((one) => ({ value: one.name, label: name(one.name, draft.data, locale) }))
  return (
    <Select
      label={t('aboutField')}
      placeholder={t('aboutAll')}
      data={data}
      value={field || null}
      onChange={(next) => choose(next ?? '')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('aboutAll') }}
    />
  )
}

function Mentions({ chosen, choose }: { chosen: string[]; choose: (ids: string[]) => void }) {
  const { t } = useTranslation('collaboration')
  const { item } = useEdited()
  const [search, setSearch] = useState('')
  const [settled] = useDebouncedValue(search, 200)
  const [known, setKnown] = useState<Record<string, string>>({})
  const [{ data }] = useQuery({ query: MentionableDocument, variables: { id: item.id, search: settled } })
  const found = Object.fromEntries((data?.item?.mentionable ?? []).map((one) => [one.id, one.name ?? one.id]))
  const offered = { ...Object.fromEntries(chosen.map((id) => [id, known[id] ?? id])), ...found }
  return (
    <MultiSelect
      label={t('askToLook')}
      placeholder={chosen.length ? undefined : t('names')}
      data={Object.entries(offered).map(([value, label]) => ({ value, label }))}
      value={chosen}
      onChange={(ids) => {
        setKnown({ ...known, ...found })
        choose(ids)
      }}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      hidePickedOptions
      nothingFoundMessage={t('nobodyFound')}
    />
  )
}
