import { Alert, Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import type { SiteChoice } from '../content-types/useFrame'
import { ItemSelect } from '../finder/ItemSelect'
import { languageName } from '../i18n/format'
import { problemOf, Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { AddRedirectDocument } from './gql/graphql'

const FIELDS = ['path', 'item', 'locale']
const EACH = ''

/** Lets an address of an older site lead to an item. */
export function AddRedirect({ site }: { site: SiteChoice }) {
  const { t } = useTranslation('redirects')
  const { run, refusal, isBusy, forget } = useVerb(AddRedirectDocument, { touches: ['RedirectConnection'] })
  const [path, setPath] = useState('')
  const [item, setItem] = useState<string | null>(null)
  const [locale, setLocale] = useState(EACH)
  const languages = site.locales.map((value) => ({ value, label: languageName(value) }))

  const leadsElsewhere = refusal?.problems.some(({ code }) => code === 'LEADS_ELSEWHERE')

  async function add(replace: boolean) {
    if (!item || !path.trim()) return
    const made = await run({ site: site.key, path: path.trim(), item, locale: locale || null, replace })
    if (!made?.redirects) return
    notifications.show({ message: t('added', { count: made.redirects.length }), color: 'teal' })
    setPath('')
    setItem(null)
  }

  return (
    <Section title={t('add')} hint={t('addHint')}>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void add(false)
        }}
      >
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('path')}
              description={t('pathHint')}
              placeholder="/events/old-name"
              value={path}
              error={leadsElsewhere ? undefined : problemOf(refusal, 'path', t)}
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
          {leadsElsewhere && (
            <Alert color="yellow" variant="light" role="alert" title={t('leadsElsewhere')}>
              <Group>
                <Button variant="default" onClick={() => void add(true)} loading={isBusy}>
                  {t('replace')}
                </Button>
                <Button variant="subtle" onClick={forget}>
                  {t('keep')}
                </Button>
              </Group>
            </Alert>
          )}
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
