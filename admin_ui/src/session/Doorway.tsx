import { Box, Center, Paper, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { LanguageMenu } from './LanguageMenu'

/** The frame of screens for those who are not in yet. */
export function Doorway({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Cluster CMS`
  }, [title])
  return (
    <Center component="main" mih="100%" p="md">
      <Box w="100%" maw={400}>
        <Title order={1} size="h2" ta="center">
          Cluster CMS
        </Title>
        <Text c="dimmed" ta="center" mb="lg">
          {hint ?? title}
        </Text>
        <Paper withBorder p="lg">
          {children}
        </Paper>
        <Center mt="md">
          <LanguageMenu />
        </Center>
      </Box>
    </Center>
  )
}
