import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { LANGUAGES } from '../i18n'
import { problemOf, Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { type OnePersonFragment, UpdatePersonDocument } from './gql/graphql'

export const LANGUAGE_CHOICES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))

/** Name, address and the language of mails. */
export function Details({ person, isFixed }: { person: OnePersonFragment; isFixed: boolean }) {
  const { t } = useTranslation(['people', 'ui'])
  const { run, refusal, isBusy } = useVerb(UpdatePersonDocument)
  const [given, setGiven] = useState({ name: person.name, email: person.email, locale: person.locale })

  async function save(event: FormEvent) {
    event.preventDefault()
    if (await run({ id: person.id, ...given })) notifications.show({ message: t('saved'), color: 'teal' })
  }

  return (
    <Section title={t('details')}>
      <form onSubmit={save}>
        <Stack>
          <Refusal refusal={refusal} fields={['name', 'email', 'locale']} area="people" />
          <TextInput
            label={t('name')}
            value={given.name}
            error={problemOf(refusal, 'name', t)}
            onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
            maxLength={200}
            readOnly={isFixed}
            required
          />
          {!person.isService && (
            <>
              <TextInput
                type="email"
                label={t('email')}
                description={isFixed ? undefined : t('emailHint')}
                value={given.email ?? ''}
                error={problemOf(refusal, 'email', t)}
                onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
                maxLength={254}
                readOnly={isFixed}
                required
              />
              <NativeSelect
                label={t('language')}
                data={LANGUAGE_CHOICES}
                value={given.locale}
                onChange={(event) => setGiven({ ...given, locale: event.currentTarget.value })}
                disabled={isFixed}
              />
            </>
          )}
          {!isFixed && (
            <Group>
              <Button type="submit" loading={isBusy}>
                {t('ui:save')}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Section>
  )
}
