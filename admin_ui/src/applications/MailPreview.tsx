import { Card, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { SkeletonRows } from '../ui/SkeletonRows'
import { MailDocument, type ToldStep } from './gql/graphql'

type Props = { id: string; step: ToldStep; message: string; deadline: string | null }

/** The mail as it will go out, while it is written. */
export function MailPreview(props: Props) {
  const { t } = useTranslation('applications')
  const [variables] = useDebouncedValue(props, 300)
  const [{ data }] = useQuery({ query: MailDocument, variables, requestPolicy: 'network-only' })
  const mail = data?.applicationMail
  return (
    <Card withBorder padding="sm" component="section" aria-label={t('mail')}>
      <Text size="xs" c="dimmed">
        {t('mail')}
      </Text>
      {mail ? (
        <>
          <Text size="sm" c="dimmed">
            {mail.to}
          </Text>
          <Text size="sm" fw={600} my={4}>
            {mail.subject}
          </Text>
          <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {mail.text}
          </Text>
        </>
      ) : (
        <SkeletonRows rows={3} height={18} />
      )}
    </Card>
  )
}
