import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'
import { useEdited } from '../editing/EditedContext'
import { CopyUnsaved } from './SaveTrouble'

const PATIENCE_MS = 1500

/** Who leaves takes nothing with him: what is typed is saved first, and only where that fails the person is asked. */
export function LeavingDialog() {
  const { t } = useTranslation('item')
  const { draft, saving } = useEdited()
  const [asks, setAsks] = useState(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && draft.isChanged,
  )
  const { state, proceed, reset } = blocker
  const { save } = saving
  useEffect(() => {
    if (state !== 'blocked') return setAsks(false)
    const timer = window.setTimeout(() => setAsks(true), PATIENCE_MS)
    void save().then((isSaved) => (isSaved ? proceed() : setAsks(true)))
    return () => window.clearTimeout(timer)
  }, [state, proceed, save])

  return (
    <Modal
      opened={asks}
      onClose={() => reset?.()}
      title={t('leaving.title')}
      closeButtonProps={{ 'aria-label': t('leaving.stay') }}
    >
      <Stack>
        <Text size="sm">{t(saving.state === 'refused' ? 'leaving.refused' : 'leaving.hint')}</Text>
        <Group justify="flex-end" gap="xs">
          <CopyUnsaved />
          <Button size="xs" variant="default" c="red" onClick={() => proceed?.()}>
            {t('leaving.leave')}
          </Button>
          <Button size="xs" data-autofocus onClick={() => reset?.()}>
            {t('leaving.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
