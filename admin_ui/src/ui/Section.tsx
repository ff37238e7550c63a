import { Card, Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = { title: string; hint?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A part of a screen with a heading of its own. */
export function Section({ title, hint, actions, children }: Props) {
  return (
    <Card withBorder component="section" aria-label={title} padding="lg">
      <Group justify="space-between" align="start" mb="md">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          {hint && (
            <Text size="sm" c="dimmed" mt={4} maw={560}>
              {hint}
            </Text>
          )}
        </div>
        {actions}
      </Group>
      {children}
    </Card>
  )
}
