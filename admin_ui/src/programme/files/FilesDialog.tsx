import { Alert, Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UploadRows } from '../../files/UploadRows'
import { isEnded } from '../../files/uploading/upload'
import { useCards } from '../../form/cards/useCards'
import { useDraft } from '../../form/store/useDraft'
import { allTalks, childrenOf, type Days } from '../model/places'
import { type KnownTalk, knownTalks, type Proposed, proposedFiles, titleFor } from './proposedFiles'
import { useTalkFiles } from './useTalkFiles'

type Props = { files: File[]; talk?: string; onClose: () => void }

/** Files for talks: which belongs to which is proposed by their names, corrected, and then they are uploaded. */
export function FilesDialog({ files, talk, onClose }: Props) {
  const { t } = useTranslation(['programme', 'ui'])
  const draft = useDraft()
  const [days] = useState(() => (draft.valueAt(['days']) ?? []) as Days)
  const people = useMemo(
    () =>
      allTalks(days).flatMap((one) => childrenOf(one.talk, 'speakers').map((person) => String(person.person ?? ''))),
    [days],
  )
  const ids = useMemo(() => [...new Set(people)].filter(Boolean), [people])
  const cards = useCards(ids)
  const talks = useMemo(() => {
    const names = new Map(cards.flatMap((one) => (one ? [[one.id, one.title] as const] : [])))
    return knownTalks(days, (id) => names.get(id) ?? '')
  }, [days, cards])
  const isKnown = cards.every((one) => one !== undefined)
  const proposed = useMemo(() => proposedFiles(files, talks, talk), [files, talks, talk])
  const [corrected, setCorrected] = useState<Record<number, Partial<Proposed>>>({})
  const { list, send, problem } = useTalkFiles(talks)
  const rows = proposed.map((one, at) => ({ ...one, ...corrected[at] }))
  const wanted = rows.filter((one) => one.talk !== '')
  const isOver = list.length > 0 && list.every(isEnded)

  function change(at: number, next: Partial<Proposed>) {
    setCorrected((before) => ({ ...before, [at]: { ...before[at], ...next } }))
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('files.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack>
        {list.length === 0 ? (
          <>
            <Text size="sm" c="dimmed">
              {t(talks.length ? 'files.hint' : 'files.noTalks')}
            </Text>
            <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('files.proposal')}>
              {isKnown &&
                rows.map((row, at) => (
                  <FileRow
                    key={`${row.file.name}/${row.file.size}/${row.file.lastModified}`}
                    row={row}
                    talks={talks}
                    change={(next) => change(at, next)}
                  />
                ))}
            </Stack>
          </>
        ) : (
          <UploadRows list={list} />
        )}
        {problem && (
          <Alert color="red" variant="light" role="alert">
            {problem}
          </Alert>
        )}
        {isOver && !problem && (
          <Text size="sm" role="status">
            {t('files.done')}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t(isOver ? 'ui:close' : 'ui:cancel')}
          </Button>
          {list.length === 0 && (
            <Button onClick={() => send(wanted)} disabled={wanted.length === 0}>
              {t('files.take', { count: wanted.length })}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}

type RowProps = { row: Proposed; talks: readonly KnownTalk[]; change: (next: Partial<Proposed>) => void }

function FileRow({ row: { file, talk, title }, talks, change }: RowProps) {
  const { t } = useTranslation('programme')
  const options = talks.map((one, at) => ({
    value: one.id,
    label: one.called || t('files.unnamed', { number: at + 1 }),
  }))
  return (
    <Stack component="li" gap={4} aria-label={file.name}>
      <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
        {file.name}
      </Text>
      <Group grow gap="xs" align="start" preventGrowOverflow={false}>
        <NativeSelect
          size="xs"
          miw={200}
          label={t('kinds.talk')}
          data={[{ value: '', label: t('files.none') }, ...options]}
          value={talk}
          onChange={(event) => {
            const id = event.currentTarget.value
            change({
              talk: id,
              title: titleFor(
                file,
                talks.find((one) => one.id === id),
              ),
            })
          }}
        />
        <TextInput
          size="xs"
          miw={200}
          label={t('files.name')}
          value={title}
          maxLength={300}
          disabled={talk === ''}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      </Group>
    </Stack>
  )
}
