import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CombinedError } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { troubleOf } from '../api/trouble'

/** Why something could not be read, and a way to try again. */
export function Failure({ error, retry }: { error: CombinedError; retry?: () => void }) {
  const { t } = useTranslation('ui')
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconCloudOff />}
      title={t(troubleOf(error).kind === 'away' ? 'away' : 'failed')}
      role="alert"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{noAnswer(error)}</Text>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
