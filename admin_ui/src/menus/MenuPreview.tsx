import { Card, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useForm } from '../form/FormContext'
import { languageName } from '../i18n/format'
import classes from './Menus.module.css'
import { entryLabel, type MenuEntry } from './tree'
import { useTarget } from './useTarget'

/** What visitors read in the language that is open, without what they do not get. */
export function MenuPreview({ entries }: { entries: MenuEntry[] }) {
  const { t } = useTranslation('menus')
  const { locale } = useForm()
  return (
    <Card withBorder component="section" aria-label={t('preview', { language: languageName(locale) })}>
      <Title order={2} size="h4">
        {t('preview', { language: languageName(locale) })}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('previewHint')}
      </Text>
      <ul className={classes.preview} lang={locale}>
        {entries.map((entry) => (
          <Read key={entry.id} entry={entry} isFirstLevel />
        ))}
      </ul>
    </Card>
  )
}

/** An entry as visitors get it: nothing where it leads nowhere and has nothing under it. */
function Read({ entry, isFirstLevel }: { entry: MenuEntry; isFirstLevel: boolean }) {
  const { t } = useTranslation('menus')
  const { locale } = useForm()
  const target = useTarget(entry.target, locale)
  const children = entry.children ?? []
  const leads = target ? target.isShown !== false : Boolean(entry.url)
  if (!leads && !children.length) return null
  const { text, isOther } = entryLabel(entry, locale)
  if (!text) return null
  return (
    <li>
      <Text
        span
        size="sm"
        fw={isFirstLevel ? 600 : 400}
        fs={isOther ? 'italic' : undefined}
        td={leads ? 'underline' : undefined}
        title={isOther ? t('otherLanguage') : undefined}
      >
        {text}
      </Text>
      {children.length > 0 && (
        <ul>
          {children.map((one) => (
            <Read key={one.id} entry={one} isFirstLevel={false} />
          ))}
        </ul>
      )}
    </li>
  )
}
