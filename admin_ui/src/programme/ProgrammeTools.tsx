import { Button, Group, Text } from '@mantine/core'
import { IconChevronsDown, IconChevronsUp, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { PickFiles } from '../files/PickFiles'
import type { Path } from '../form/store/paths'
import { useDraft } from '../form/store/useDraft'
import { allLists, type Days, listAt } from './model/places'
import { useProgramme } from './ProgrammeContext'
import { useIds } from './useIds'

const SMALL = { size: 'compact-sm', variant: 'subtle', color: 'gray' } as const

/** Which keys there are, and everything opened or closed at once. */
export function ProgrammeTools({ path }: { path: Path }) {
  const { t } = useTranslation('programme')
  const { open, takeFiles } = useProgramme()
  const draft = useDraft()

  function everything(): string[] {
    const days = (draft.valueAt(path) ?? []) as Days
    return allLists(days).flatMap((list) => listAt(days, list).map((one) => one.id))
  }

  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed" flex={1} miw={240} visibleFrom="sm">
        {t('keysHint')}
      </Text>
      <Group gap={4}>
        <PickFiles {...SMALL} isMany onFiles={(files) => takeFiles(files)} label={t('files.many')} />
        <Button
          {...SMALL}
          leftSection={<IconChevronsDown size={14} aria-hidden />}
          onClick={() => open.set(everything(), true)}
        >
          {t('openAll')}
        </Button>
        <Button
          {...SMALL}
          leftSection={<IconChevronsUp size={14} aria-hidden />}
          onClick={() => open.set(everything(), false)}
        >
          {t('closeAll')}
        </Button>
      </Group>
    </Group>
  )
}

export function AddDay({ path }: { path: Path }) {
  const { t } = useTranslation('programme')
  const { add, isFull } = useProgramme()
  const days = useIds(path)
  return (
    <Button
      id="programme-add-day"
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => add(path)}
      disabled={isFull(path, days.length)}
      style={{ alignSelf: 'flex-start' }}
    >
      {t('add.day')}
    </Button>
  )
}
