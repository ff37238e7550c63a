import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from './store/useDraft'

const OFFERED_MS = 12_000

export type Undoable = (message: string, change: () => void) => void

/** Does something to the form, tells it, and offers to take just that back, whatever was changed since. */
export function useUndoable(): Undoable {
  const { t } = useTranslation('form')
  const draft = useDraft()
  return useCallback(
    (message, change) => {
      const step = draft.asOneStep(change)
      const id = crypto.randomUUID()
      notifications.show({
        id,
        autoClose: OFFERED_MS,
        closeButtonProps: { 'aria-label': t('ui:close') },
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {message}
            </Text>
            <Button size="compact-sm" variant="default" style={{ flexShrink: 0 }} onClick={undo}>
              {t('undo')}
            </Button>
          </Group>
        ),
      })

      function undo() {
        draft.undo(step)
        notifications.hide(id)
      }
    },
    [draft, t],
  )
}

/** Takes something out of the form, called `title`, and says so. */
export function useRemoving(): (title: string, change: () => void) => void {
  const { t } = useTranslation('form')
  const undoable = useUndoable()
  return useCallback((title, change) => undoable(t('removed', { title }), change), [undoable, t])
}
