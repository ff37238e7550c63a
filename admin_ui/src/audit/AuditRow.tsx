import { Anchor, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { humanized } from '../content-types/labels'
import { timeOfDay } from '../i18n/format'
import { useRights } from '../session/useRights'
import { ListedRow } from '../ui/ListedRow'
import { isOfApplications, nameOf, useActionNames } from './actions'
import type { AuditRowFragment } from './gql/graphql'
import { useDetails } from './useDetails'

type Props = { entry: AuditRowFragment; choosePerson: (id: string) => void }

/** What was done, to what, when and by whom. */
export function AuditRow({ entry, choosePerson }: Props) {
  const { t } = useTranslation('audit')
  const details = useDetails(entry)
  const time = timeOfDay(entry.at)
  const { by } = entry
  const names = useActionNames()
  const nameless = t(isOfApplications(names, entry.action) ? 'applicant' : 'somebody')
  return (
    <ListedRow>
      <Group gap="xs" align="baseline" wrap="nowrap">
        <Text size="sm" c="dimmed" component="time" dateTime={entry.at} miw={104} style={{ flex: 'none' }}>
          {time}
        </Text>
        <div style={{ minWidth: 0 }}>
          <Text size="sm" component="div">
            <Text span fw={500} size="sm">
              {nameOf(names, entry.action) ?? humanized(entry.action)}
            </Text>{' '}
            <Subject entry={entry} />
          </Text>
          <Text size="sm" c="dimmed" component="div">
            {by ? (
              <Anchor component="button" type="button" size="sm" underline="always" onClick={() => choosePerson(by.id)}>
                {by.name ?? nameless}
              </Anchor>
            ) : (
              nameless
            )}
            {details.map((one) => ` · ${one}`).join('')}
          </Text>
        </div>
      </Group>
    </ListedRow>
  )
}

/** The item or the person it was about, with a way there. */
function Subject({ entry: { item, subject, about, by, type } }: { entry: AuditRowFragment }) {
  const { t } = useTranslation(['audit', 'content-types'])
  const managesPeople = useRights().may('manage_people')
  if (subject) {
    return (
      <>
        <Anchor component={Link} to={`/content/${subject.type}/${subject.id}`} size="sm" underline="always">
          {subject.title || t('untitled')}
        </Anchor>{' '}
        <Text span size="sm" c="dimmed">
          {t(`content-types:singular.${subject.type}`)}
          {subject.deletedAt && ` · ${t('inBin')}`}
        </Text>
      </>
    )
  }
  if (item) {
    return (
      <Text span size="sm" c="dimmed">
        {type ? t(`content-types:singular.${type}`) : ''} {t('gone')}
      </Text>
    )
  }
  if (!about || about.id === by?.id) return null
  const name = about.name ?? t('somebody')
  return managesPeople ? (
    <Anchor component={Link} to={`/people/${about.id}`} size="sm" underline="always">
      {name}
    </Anchor>
  ) : (
    name
  )
}
