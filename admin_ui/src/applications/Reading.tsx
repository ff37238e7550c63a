import { Alert, Anchor, Card, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { number } from '../i18n/format'
import { EmptyState } from '../ui/EmptyState'
import type { SectionsFragment } from './gql/graphql'

type Answer = SectionsFragment['answers'][number]
type Props = { sections?: SectionsFragment[] | null; isErased?: boolean }

/** The application as the applicant wrote it, in the order and words of its form. */
export function Reading({ sections, isErased = false }: Props) {
  const { t } = useTranslation('applications')
  if (isErased) return <EmptyState title={t('erased')}>{t('erasedHint')}</EmptyState>
  if (!sections) return <Alert variant="light">{t('afterDeclaring')}</Alert>
  return sections.map((one) => (
    <Card key={one.key} withBorder component="section" aria-label={one.title} padding="lg">
      <Title order={2} size="h4" mb="md">
        {one.title}
      </Title>
      <Stack gap="md">
        {one.answers.map((answer) => (
          <div key={answer.question}>
            <Text size="sm" c="dimmed">
              {answer.label}
            </Text>
            <AnswerView answer={answer} />
          </div>
        ))}
      </Stack>
    </Card>
  ))
}

export function AnswerView({ answer }: { answer: Answer }) {
  const { t } = useTranslation('applications')
  const { texts, entries, files } = answer
  if (!texts.length && !entries.length && !files.length) {
    return (
      <Text size="sm" c="dimmed" fs="italic">
        {t('notAnswered')}
      </Text>
    )
  }
  return (
    <Stack gap={4}>
      {texts.map((text) => (
        <Text key={text} dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {texts.length > 1 ? `• ${text}` : text}
        </Text>
      ))}
      {entries.map(({ parts }) => (
        <Text key={parts.map((part) => part.text).join()} dir="auto" style={{ overflowWrap: 'anywhere' }}>
          {parts.map(({ label, text }) => `${label}: ${text}`).join(' · ')}
        </Text>
      ))}
      {files.map((file) => (
        <Anchor key={file.id} href={file.path} download style={{ overflowWrap: 'anywhere' }}>
          <IconDownload size={16} aria-hidden style={{ verticalAlign: 'text-bottom' }} /> {file.filename} (
          {t('kilobytes', { size: number(Math.ceil(file.bytes / 1000)) })})
        </Anchor>
      ))}
    </Stack>
  )
}
