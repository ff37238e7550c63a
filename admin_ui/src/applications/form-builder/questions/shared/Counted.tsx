import { Text } from '@mantine/core'
import type { ReactNode } from 'react'

/** How long a text is, where it may not be longer than `most`. */
export function Counted({ text, most, children }: { text: string; most?: number | null; children: ReactNode }) {
  return (
    <div>
      {children}
      {most ? (
        <Text size="xs" c="dimmed" ta="right">
          {`${text.length} / ${most}`}
        </Text>
      ) : null}
    </div>
  )
}
