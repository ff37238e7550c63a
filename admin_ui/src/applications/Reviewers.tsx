import { Button, Group, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Section } from '../ui/Section'
import { AssignDialog } from './AssignDialog'
import type { OneApplicationFragment } from './gql/graphql'
import { ReviewBadge } from './ReviewBadge'

/** Who reviews it, and how far each is. */
export function Reviewers({ application }: { application: OneApplicationFragment }) {
  const { t } = useTranslation('applications')
  const [isOpen, { open, close }] = useDisclosure()
  const mayAssign = application.steps.includes('ASSIGN')
  if (!mayAssign && application.reviewers.length < 2) return null
  const assign = (
    <Button size="xs" variant="default" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={open}>
      {t('assign')}
    </Button>
  )
  return (
    <Section title={t('reviewers')} actions={mayAssign && assign}>
      <Stack gap="xs">
        {application.reviewers.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('noReviewers')}
          </Text>
        )}
        {application.reviewers.map(({ person, state, conflictNote }) => (
          <div key={person.id}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">{person.name ?? '–'}</Text>
              <ReviewBadge state={state} />
            </Group>
            {conflictNote && (
              <Text size="xs" c="dimmed">
                {conflictNote}
              </Text>
            )}
          </div>
        ))}
      </Stack>
      {mayAssign && isOpen && <AssignDialog application={application} onClose={close} />}
    </Section>
  )
}
