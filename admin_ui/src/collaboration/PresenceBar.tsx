import { Anchor, Avatar, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { usePathName, withLanguage } from '../form/pathName'
import { showField } from '../form/showField'
import { type Other, usePresence } from './usePresence'

/** Who else has this open, and in which field. */
export function PresenceBar() {
  const { t } = useTranslation('collaboration')
  const { item, locale, isReadOnly } = useEdited()
  const others = usePresence(item.id, locale, !isReadOnly)
  return (
    <Group gap="md" role="status" aria-label={t('present')} mb={others.length ? 'xs' : 0}>
      {others.map((one) => (
        <Present key={one.person.id} other={one} />
      ))}
    </Group>
  )
}

function Present({ other }: { other: Other }) {
  const { t } = useTranslation('collaboration')
  const { draft, locale, showLocale } = useEdited()
  const name = usePathName()
  const person = other.person.name ?? t('somebody')
  const where = other.field && withLanguage(name(other.field, draft.data, locale), other.locale)
  function go() {
    if (other.locale) showLocale(other.locale)
    window.setTimeout(() => showField(other.field, other.locale))
  }
  return (
    <Group gap={6} wrap="nowrap">
      <Avatar size="sm" name={person} color="initials" aria-hidden />
      <Text size="sm" c="dimmed">
        {person} {where ? t('isIn') : t('isHere')}{' '}
        {where && (
          <Anchor component="button" type="button" size="sm" onClick={go}>
            {where}
          </Anchor>
        )}
      </Text>
    </Group>
  )
}
