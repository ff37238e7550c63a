import { Text } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useForm } from '../form/FormContext'
import type { Path } from '../form/store/paths'

const OTHER_ROWS = ['sessions', 'children', 'talks']

/** What is wrong in a part that is closed; what lies in it tells that itself. */
export function RowProblems({ at }: { at: Path }) {
  const { problems } = useForm()
  const start = `${at.join('.')}.`
  const own = problems.filter(
    ({ field }) => field.startsWith(start) && !OTHER_ROWS.includes(field.slice(start.length).split('.')[0] ?? ''),
  )
  const [first, ...rest] = own
  if (!first) return null
  return (
    <Text size="xs" c="var(--mantine-color-error)" pl={56} pb={4}>
      <IconAlertCircle size={12} aria-hidden style={{ verticalAlign: '-2px' }} /> {first.message}
      {rest.length > 0 && ` +${rest.length}`}
    </Text>
  )
}
