import { Alert, Button, Group, Modal, Progress, SegmentedControl, Stack, Text, Textarea } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Path } from '../../form/store/paths'
import { type Line, pastedLines } from '../model/pastedLines'
import { PastedLine } from './PastedLine'
import { proposedPerson, type Who } from './proposal'
import { useNamesakes } from './useNamesakes'
import { type Taken, useTakeLines } from './useTakeLines'

type Props = { list: Path; onClose: () => void }
type Corrected = { line?: Line; who?: Who; isOut?: boolean }

/** Talks out of lines that were written elsewhere: what is understood of each is shown, and corrected, before. */
export function PasteDialog({ list, onClose }: Props) {
  const { t } = useTranslation(['programme', 'ui'])
  const [text, setText] = useState('')
  const [together, setTogether] = useState('each')
  const [corrections, setCorrections] = useState<Record<number, Corrected>>({})
  const found = useMemo(() => pastedLines(text), [text])
  const lines = useMemo(() => found.map((line, at) => corrections[at]?.line ?? line), [found, corrections])
  const { of, isKnown } = useNamesakes(lines)
  const rows = lines.map((line, at) => {
    const namesakes = of(line)
    const who = corrections[at]?.who
    const isChosen = who === 'new' || namesakes.people.some((one) => one.id === who)
    return { at, line, namesakes, who: isChosen ? (who ?? null) : proposedPerson(line, namesakes.people) }
  })
  const taken: Taken[] = rows.filter(({ at }) => !corrections[at]?.isOut)
  const undecided = taken.filter((one) => one.who === null).length
  const { take, done, refusal, isBusy } = useTakeLines(list, onClose)

  function change(at: number, corrected: Corrected) {
    setCorrections((before) => ({ ...before, [at]: { ...before[at], ...corrected } }))
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('paste.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack>
        <Textarea
          data-autofocus
          label={t('paste.lines')}
          description={t('paste.hint')}
          placeholder={t('paste.example')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setCorrections({})
          }}
          autosize
          minRows={4}
          maxRows={10}
        />
        {rows.length > 0 && (
          <Stack gap="xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('paste.understood')}>
            {rows.map((row) => (
              <PastedLine
                key={row.at}
                {...row}
                isKnown={isKnown}
                isOut={corrections[row.at]?.isOut ?? false}
                change={(corrected) => change(row.at, corrected)}
              />
            ))}
          </Stack>
        )}
        {taken.length > 1 && (
          <SegmentedControl
            aria-label={t('paste.how')}
            value={together}
            onChange={setTogether}
            data={[
              { value: 'each', label: t('paste.each') },
              { value: 'one', label: t('paste.together') },
            ]}
          />
        )}
        {refusal && (
          <Alert color="red" variant="light" role="alert">
            {refusal}
          </Alert>
        )}
        {isBusy && <Progress value={done * 100} aria-label={t('paste.creating')} />}
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {undecided > 0 && t('paste.undecided', { count: undecided })}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button
              onClick={() => void take(taken, together === 'one')}
              loading={isBusy}
              disabled={taken.length === 0 || undecided > 0 || !isKnown}
            >
              {together === 'one' && taken.length > 1
                ? t('paste.takeTogether')
                : t('paste.take', { count: taken.length })}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}
