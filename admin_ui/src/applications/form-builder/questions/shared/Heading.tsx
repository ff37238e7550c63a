import { Text } from '@mantine/core'
import type { Shared } from './kind'

/** Above several fields that answer one question. */
export function Heading({ label, description, withAsterisk }: Shared) {
  return (
    <>
      <Text size="sm" fw={500}>
        {label} {withAsterisk && '*'}
      </Text>
      {description && (
        <Text size="xs" c="dimmed">
          {description}
        </Text>
      )}
    </>
  )
}
