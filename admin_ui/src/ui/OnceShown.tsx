import { Button, Code, CopyButton, Group } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** A secret that nobody can see again, to be copied. */
export function OnceShown({ value, label }: { value: string; label: string }) {
  return (
    <Group wrap="nowrap" align="center" gap="xs">
      <Code
        block
        flex={1}
        aria-label={label}
        role="textbox"
        aria-readonly
        tabIndex={0}
        style={{ wordBreak: 'break-all', whiteSpace: 'normal' }}
      >
        {value}
      </Code>
      <Copy value={value} />
    </Group>
  )
}

export function Copy({ value }: { value: string }) {
  const { t } = useTranslation('ui')
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        >
          {t(copied ? 'copied' : 'copy')}
        </Button>
      )}
    </CopyButton>
  )
}
