import { Box, Center, Paper, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageMenu } from '../shell/LanguageMenu'
import type { Person } from './api'
import { SignInForm } from './SignInForm'

export function SignInPage({ onDone }: { onDone: (person: Person) => void }) {
  const { t } = useTranslation('session')
  useEffect(() => {
    document.title = `${t('signIn')} · Cluster CMS`
  }, [t])
  return (
    <Center component="main" mih="100%" p="md">
      <Box w="100%" maw={400}>
        <Title order={1} size="h2" ta="center">
          Cluster CMS
        </Title>
        <Text c="dimmed" ta="center" mb="lg">
          {t('welcome')}
        </Text>
        <Paper withBorder p="lg">
          <SignInForm onDone={onDone} />
        </Paper>
        <Center mt="md">
          <LanguageMenu />
        </Center>
      </Box>
    </Center>
  )
}
