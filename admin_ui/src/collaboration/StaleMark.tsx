import { Button, Popover, Stack, Text } from '@mantine/core'
import { IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { WordDifferences } from '../history/WordDifferences'
import { languageName } from '../i18n/format'
import { useSurroundings } from './SurroundingsContext'
import { OpenTextActions } from './TranslationPanel'

/** Beside a text whose source has changed since it was translated: what changed there. */
export function StaleMark({ at }: { at: string }) {
  const { t } = useTranslation('collaboration')
  const { openTexts, sourceLocale } = useSurroundings()
  const text = openTexts.get(at)
  if (text?.state !== 'STALE' || !sourceLocale) return null
  const language = languageName(sourceLocale)
  return (
    <Popover width={360} position="bottom-start" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="light"
          color="yellow"
          leftSection={<IconLanguage size={14} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('sourceChanged', { language })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <Text size="xs" c="dimmed">
            {t('whatChanged', { language })}
          </Text>
          <WordDifferences words={text.words} />
          <OpenTextActions text={text} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
