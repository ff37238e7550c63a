import { Box, Button, Group, NativeSelect, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useVerb } from '../api/useVerb'
import { currentLanguage } from '../i18n'
import { useRights } from '../session/useRights'
import { Page } from '../ui/Page'
import { problemOf, Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { LANGUAGE_CHOICES } from './Details'
import { FirstRoles, type GivenRole } from './FirstRoles'
import { CreatePersonDocument, CreateServiceDocument } from './gql/graphql'
import { NotYours } from './People'

const NOBODY = { kind: 'person', email: '', name: '' }
const ROLES_WITHOUT_FIELD = ['email', 'name', 'locale']

/** Makes an account: for somebody, who gets a mail with a link, or for a program. */
export function Invite() {
  const { t } = useTranslation(['people', 'ui'])
  const navigate = useNavigate()
  const { may, isKnown } = useRights()
  const person = useVerb(CreatePersonDocument, { touches: ['Account'] })
  const service = useVerb(CreateServiceDocument, { touches: ['Account'] })
  const [given, setGiven] = useState({ ...NOBODY, locale: currentLanguage() as string })
  const [roles, setRoles] = useState<GivenRole[]>([])
  const isPerson = given.kind === 'person'
  const refusal = isPerson ? person.refusal : service.refusal
  if (isKnown && !may('manage_people')) return <NotYours />

  async function create(event: FormEvent) {
    event.preventDefault()
    const { email, name, locale } = given
    const done = isPerson ? await person.run({ email, name, locale, roles }) : await service.run({ name, roles })
    if (!done?.person) return
    const message = isPerson ? t('invited', { email }) : t('serviceMade')
    notifications.show({ message, color: 'teal' })
    navigate(`/people/${done.person.id}`)
  }

  return (
    <Page title={t('invite')}>
      <Box maw={760}>
        <Section title={t('details')} hint={t(isPerson ? 'inviteHint' : 'serviceHint')}>
          <form onSubmit={create}>
            <Stack maw={480}>
              {may('manage_people', true) && (
                <SegmentedControl
                  aria-label={t('kind')}
                  data={(['person', 'service'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
                  value={given.kind}
                  onChange={(kind) => setGiven({ ...given, kind })}
                />
              )}
              <Refusal refusal={refusal} fields={ROLES_WITHOUT_FIELD} area="people" />
              <TextInput
                label={t('name')}
                value={given.name}
                error={problemOf(refusal, 'name', t)}
                onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
                maxLength={200}
                autoComplete="off"
                required
              />
              {isPerson && (
                <>
                  <TextInput
                    type="email"
                    label={t('email')}
                    value={given.email}
                    error={problemOf(refusal, 'email', t)}
                    onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
                    maxLength={254}
                    autoComplete="off"
                    required
                  />
                  <NativeSelect
                    label={t('language')}
                    data={LANGUAGE_CHOICES}
                    value={given.locale}
                    onChange={(event) => setGiven({ ...given, locale: event.currentTarget.value })}
                  />
                </>
              )}
              <FirstRoles roles={roles} onChange={setRoles} />
              <Group>
                <Button type="submit" loading={person.isBusy || service.isBusy}>
                  {t(isPerson ? 'sendInvitation' : 'makeService')}
                </Button>
                <Button component={Link} to="/people" variant="default">
                  {t('ui:cancel')}
                </Button>
              </Group>
            </Stack>
          </form>
        </Section>
      </Box>
    </Page>
  )
}
