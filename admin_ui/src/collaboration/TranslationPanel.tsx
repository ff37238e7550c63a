import { Alert, Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { usePathName } from '../form/pathName'
import { showField } from '../form/showField'
import { WordDifferences } from '../history/WordDifferences'
import { languageName } from '../i18n/format'
import { type OpenText, useSurroundings } from './SurroundingsContext'
import { useTranslating } from './useTranslating'

/** The texts of a language that its source has left behind, with what changed there and what can be done. */
export function TranslationPanel() {
  const { t } = useTranslation('collaboration')
  const { locale, isReadOnly } = useEdited()
  const { sourceLocale, openTexts } = useSurroundings()
  const translating = useTranslating()
  const texts = [...openTexts.values()]
  if (!sourceLocale) return <Quiet text={t('nothingToTranslate')} />
  const source = languageName(sourceLocale)
  if (sourceLocale === locale) return <Quiet text={t('isSource', { language: source })} />
  if (texts.length === 0) return <Quiet text={t('allTranslated', { language: source })} />
  const hasMissing = texts.some((one) => one.state === 'MISSING')
  const hasStale = texts.some((one) => one.state !== 'MISSING')
  return (
    <Stack gap="sm">
      {translating.refusal && (
        <Alert color="red" variant="light" role="alert">
          {translating.refusal}
        </Alert>
      )}
      {!isReadOnly && (
        <Group gap="xs">
          {hasMissing && (
            <Button size="xs" variant="default" loading={translating.isBusy} onClick={() => void translating.copy()}>
              {t('copyEmpty', { language: source })}
            </Button>
          )}
          {hasStale && (
            <Button
              size="xs"
              variant="default"
              loading={translating.isBusy}
              onClick={() => void translating.stillRight()}
            >
              {t('allRight')}
            </Button>
          )}
        </Group>
      )}
      <Stack gap="md" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {texts.map((one) => (
          <OpenTextRow key={one.at} text={one} />
        ))}
      </Stack>
    </Stack>
  )
}

const COLORS = { STALE: 'yellow', COPIED: 'gray', MISSING: 'gray' } as const

function OpenTextRow({ text }: { text: OpenText }) {
  const { t } = useTranslation('collaboration')
  const { draft, locale, isReadOnly } = useEdited()
  const name = usePathName()
  return (
    <li>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <Anchor component="button" type="button" size="sm" ta="left" onClick={() => showField(text.at, locale)}>
          {name(text.at, draft.data, locale)}
        </Anchor>
        <Badge size="sm" variant="light" color={COLORS[text.state]}>
          {t(`open.${text.state}`)}
        </Badge>
      </Group>
      {text.state === 'STALE' && <WordDifferences words={text.words} />}
      {!isReadOnly && <OpenTextActions text={text} />}
    </li>
  )
}

/** What can be done about one text. */
export function OpenTextActions({ text }: { text: OpenText }) {
  const { t } = useTranslation('collaboration')
  const translating = useTranslating()
  const shared = { size: 'compact-xs', variant: 'subtle', loading: translating.isBusy } as const
  return (
    <Group gap={4}>
      {text.state !== 'MISSING' && (
        <Button {...shared} onClick={() => void translating.stillRight([text.at])}>
          {t('stillRight')}
        </Button>
      )}
      {text.state === 'MISSING' && (
        <Button {...shared} onClick={() => void translating.copy([text.at])}>
          {t('copy')}
        </Button>
      )}
      {translating.refusal && (
        <Text size="xs" role="alert">
          {translating.refusal}
        </Text>
      )}
    </Group>
  )
}

function Quiet({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  )
}
