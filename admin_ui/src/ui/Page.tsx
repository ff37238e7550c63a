import { Box, Group, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'

/** A screen: its heading, what can be done on it, its content; the heading is the browser's title too. */
export function Page({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Cluster CMS`
  }, [title])
  return (
    <Box maw="var(--page-width)" mx="auto" px={{ base: 'xs', sm: 'md' }} py="md">
      <Group justify="space-between" align="center" mb="md" wrap="wrap">
        <Title order={1} size="h2">
          {title}
        </Title>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Box>
  )
}
