import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { unsavedText } from '../editing/unsavedText'
import type { SaveState } from '../editing/useAutosave'
import { ProblemList } from '../form/ProblemSummary'
import { usePathName } from '../form/pathName'
import { RestoreButton } from '../publishing/RestoreButton'
import { problemText } from '../ui/Refusal'

const SHOWN: SaveState[] = ['away', 'failed', 'refused', 'gone', 'forbidden', 'conflict']

/** Why what one typed is not stored, what becomes of it, and what can be done; the text itself is never lost. */
export function SaveTrouble({ onCompare }: { onCompare: () => void }) {
  const { t } = useTranslation('item')
  const { t: inWords } = useTranslation('form')
  const { saving, item, adopt } = useEdited()
  const { state, refusal } = saving
  const wrong = saving.problems.map((one) => ({ ...one, message: problemText(one, inWords) }))
  const isUnplaced = state === 'refused' && wrong.length === 0
  if (!SHOWN.includes(state)) return null
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle />}
      title={t(`trouble.${state}.title`)}
      role="alert"
      mt="xs"
      p="sm"
    >
      <Text size="sm" mb="xs">
        {t(`trouble.${state}.hint`)} {(state === 'failed' || isUnplaced) && refusal}
      </Text>
      {state === 'refused' && <ProblemList problems={wrong} />}
      <Group gap="xs" mt="xs">
        {state === 'conflict' && (
          <Button size="xs" onClick={onCompare}>
            {t('trouble.compare')}
          </Button>
        )}
        {state === 'gone' && (
          <RestoreButton
            id={item.id}
            onDone={(restored) => {
              adopt(restored)
              void saving.save()
            }}
          />
        )}
        {state !== 'conflict' && state !== 'refused' && (
          <Button size="xs" variant="default" onClick={() => void saving.save()}>
            {t('trouble.again')}
          </Button>
        )}
        <CopyUnsaved />
      </Group>
    </Alert>
  )
}

/** Everything that is not stored, into the clipboard. */
export function CopyUnsaved() {
  const { t } = useTranslation('item')
  const { draft, locale } = useEdited()
  const name = usePathName()
  const [isDone, setDone] = useState(false)
  async function copy() {
    await navigator.clipboard.writeText(unsavedText(draft, (field) => name(field, draft.data, locale)))
    setDone(true)
  }
  return (
    <Button size="xs" variant="default" leftSection={<IconCopy size={14} aria-hidden />} onClick={() => void copy()}>
      {t(isDone ? 'trouble.copied' : 'trouble.copy')}
    </Button>
  )
}
