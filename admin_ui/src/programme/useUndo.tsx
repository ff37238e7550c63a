import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Json } from '../editor/store/json'
import { rebase } from '../editor/store/merge'
import { useDraft } from '../editor/store/useDraft'

const OFFERED_MS = 12_000

/** Does something to the programme and offers to take just that back, whatever was changed since. */
export function useUndo(): (message: string, change: () => void) => void {
  const { t } = useTranslation('programme')
  const draft = useDraft()
  return useCallback(
    (message, change) => {
      const present = (): Json => draft.valueAt(['days']) ?? []
      const before = present()
      change()
      const after = present()
      const id = crypto.randomUUID()
      notifications.show({
        id,
        autoClose: OFFERED_MS,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{message}</Text>
            <Button size="compact-sm" variant="default" onClick={undo}>
              {t('undo')}
            </Button>
          </Group>
        ),
      })

      function undo() {
        draft.set(['days'], rebase(after, before, present()))
        notifications.hide(id)
      }
    },
    [draft, t],
  )
}
