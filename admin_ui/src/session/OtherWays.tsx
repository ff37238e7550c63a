import { Button, Divider, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Way } from './api'

type Props = {
  ways: Way[]
  /** The path to come back to. */
  next: string
  /** Beside work that must not be lost. */
  inNewWindow?: boolean
}

/** Sign-in services besides the password: each leads away and comes back signed in. */
export function OtherWays({ ways, next, inNewWindow = false }: Props) {
  const { t } = useTranslation('session')
  if (!ways.length) return null
  return (
    <Stack mt="md">
      <Divider label={t('or')} />
      {ways.map(({ label, href }) => (
        <Button
          key={href}
          component="a"
          href={`${href}?${new URLSearchParams({ next })}`}
          variant="default"
          {...(inNewWindow && { target: '_blank', rel: 'noopener' })}
        >
          {t('signInBy', { label })}
        </Button>
      ))}
    </Stack>
  )
}
