import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Path } from '../form/store/paths'
import { useProgramme } from './ProgrammeContext'
import { useIds } from './useIds'

/** Adds a part at the end of a list. */
export function AddButton({ list, label }: { list: Path; label: string }) {
  const { add, isFull } = useProgramme()
  const ids = useIds(list)
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconPlus size={14} aria-hidden />}
      disabled={isFull(list, ids.length)}
      onClick={() => add(list)}
      style={{ alignSelf: 'flex-start' }}
    >
      {label}
    </Button>
  )
}
