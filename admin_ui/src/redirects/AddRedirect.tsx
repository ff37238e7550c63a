import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { languageName } from '../i18n/format'
import { ItemSelect } from '../items/ItemSelect'
import type { SiteChoice } from '../lists/useFrame'
import { problemOf, Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { AddRedirectDocument } from './gql/graphql'

const FIELDS = ['path', 'item', 'locale']
const EACH = ''

/** Lets an address of an older site lead to an item. */
export function AddRedirect({ site }: { site: SiteChoice }) {
  const { t } = useTranslation('redirects')
  const { run, refusal, isBusy } = useVerb(AddRedirectDocument, { touches: ['RedirectConnection'] })
  const [path, setPath] = useState('')
  const [item, setItem] = useState<string | null>(null)
  const [locale, setLocale] = useState(EACH)
  const languages = site.locales.map((value) => ({ value, label: languageName(value) }))

  async function add(event: FormEvent) {
    event.preventDefault()
    if (!item || !path.trim()) return
    const made = await run({ site: site.key, path: path.trim(), item, locale: locale || null })
    if (!made?.redirects) return
    notifications.show({ message: t('added', { count: made.redirects.length }), color: 'teal' })
    setPath('')
    setItem(null)
  }

  return (
    <Section title={t('add')} hint={t('addHint')}>
      <form onSubmit={(event) => void add(event)}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('path')}
              description={t('pathHint')}
              placeholder="/events/old-name"
              value={path}
              error={problemOf(refusal, 'path', t)}
              onChange={(event) => setPath(event.currentTarget.value)}
              maxLength={500}
              required
              withAsterisk={false}
            />
            <ItemSelect
              label={t('target')}
              description={t('targetHint')}
              site={site.key}
              withPage
              value={item}
              error={problemOf(refusal, 'item', t)}
              onChoose={setItem}
              clearable
            />
          </SimpleGrid>
          <Refusal refusal={refusal} fields={FIELDS} area="redirects" />
          <Group justify="space-between" align="end">
            {languages.length > 1 ? (
              <NativeSelect
                label={t('language')}
                data={[{ value: EACH, label: t('eachLanguage') }, ...languages]}
                value={locale}
                error={problemOf(refusal, 'locale', t)}
                onChange={(event) => setLocale(event.currentTarget.value)}
              />
            ) : (
              <span />
            )}
            <Button type="submit" loading={isBusy} disabled={!item || !path.trim()}>
              {t('addIt')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
