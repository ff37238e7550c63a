import { Anchor, Badge, Button, Collapse, Group, Paper, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { moment, when } from '../i18n/format'
import { useSitesWith } from '../session/useSitesWith'
import { Refusal } from '../ui/Refusal'
import { Row } from '../ui/Row'
import { AboutItemDocument, type MailFragment, SendMailAgainDocument } from './gql/graphql'
import { RIGHT } from './right'

const COLORS = { WAITING: 'blue', SENT: 'teal', KEPT: 'gray', FAILED: 'red' }

/** One mail: to whom, and what became of it; opened, its text. */
export function MailRow({ mail }: { mail: MailFragment }) {
  const { t } = useTranslation('mails')
  const [isOpen, { toggle }] = useDisclosure(false)
  const { subject, to, state, queuedAt, nextAt, error } = mail
  return (
    <Row
      title={<span lang={mail.locale}>{subject}</span>}
      hint={[to, moment(queuedAt), state === 'WAITING' && nextAt && t('nextTry', { when: when(nextAt) })]
        .filter(Boolean)
        .join(' · ')}
      aside={
        <>
          <Badge size="sm" variant="light" color={COLORS[state]}>
            {t(`states.${state}`)}
          </Badge>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={toggle}
            aria-expanded={isOpen}
            aria-label={t('readOne', { subject, to })}
            rightSection={
              isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />
            }
          >
            {t('read')}
          </Button>
        </>
      }
    >
      {error && (
        <Text size="sm" c={state === 'FAILED' ? 'red' : 'dimmed'} style={{ overflowWrap: 'anywhere' }}>
          {t('serverSaid', { error })}
        </Text>
      )}
      <Collapse expanded={isOpen}>{isOpen && <Opened mail={mail} />}</Collapse>
    </Row>
  )
}

function Opened({ mail }: { mail: MailFragment }) {
  const { t } = useTranslation('mails')
  const { siteName, sites } = useSitesWith(RIGHT)
  const { run, refusal, isBusy } = useVerb(SendMailAgainDocument, { touches: ['MailConnection'] })
  const isOver = mail.state === 'FAILED' || mail.state === 'KEPT'
  const maySend = mail.site ? sites.some(({ value }) => value === mail.site) : sites.length > 0

  async function again() {
    if (await run({ id: mail.id })) notifications.show({ message: t('sentAgain', { to: mail.to }), color: 'teal' })
  }

  return (
    <Stack gap="xs" pt="xs">
      <Refusal refusal={refusal} area="mails" />
      <Group gap="md">
        {isOver && maySend && (
          <Button size="xs" variant="default" loading={isBusy} onClick={again}>
            {t('sendAgain')}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {[
            t(`templates.${mail.template}`, mail.template),
            mail.site && siteName(mail.site),
            mail.sentAt && t('sentAt', { when: moment(mail.sentAt) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {mail.item && <About id={mail.item} />}
      </Group>
      {mail.state === 'KEPT' && (
        <Text size="sm" c="dimmed">
          {t('keptHint')}
        </Text>
      )}
      <Paper withBorder p="md" lang={mail.locale}>
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {mail.text}
        </Text>
      </Paper>
    </Stack>
  )
}

/** The item that it is about, as far as it is still there for this person. */
function About({ id }: { id: string }) {
  const { t } = useTranslation('mails')
  const [{ data }] = useQuery({ query: AboutItemDocument, variables: { id } })
  if (!data?.item) return null
  const { type, title } = data.item
  return (
    <Anchor component={Link} to={`/content/${type}/${id}`} size="sm">
      {title || t('toItem')}
    </Anchor>
  )
}
