import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Copy } from '../ui/OnceShown'
import classes from './RecoveryCodes.module.css'

type Props = { codes: string[]; email: string; onDone: () => void }

/** Shown this once: to be copied, saved or printed before the dialog goes. */
export function RecoveryCodes({ codes, email, onDone }: Props) {
  const { t } = useTranslation('account')
  const text = [t('codes.heading', { email }), '', ...codes, ''].join('\n')
  return (
    <Stack>
      <Alert color="yellow" variant="light">
        {t('codes.hint')}
      </Alert>
      <div className={classes.sheet}>
        <Text className={classes.heading}>{t('codes.heading', { email })}</Text>
        <ul className={classes.codes} aria-label={t('codes.title')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <Group grow>
        <Copy value={text} />
        <Button
          component="a"
          variant="default"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="cluster-cms-recovery-codes.txt"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('codes.download')}
        </Button>
        <Button
          variant="default"
          onClick={() => window.print()}
          leftSection={<IconPrinter size={16} aria-hidden />}
          visibleFrom="xs"
        >
          {t('codes.print')}
        </Button>
      </Group>
      <Button onClick={onDone}>{t('codes.kept')}</Button>
    </Stack>
  )
}
