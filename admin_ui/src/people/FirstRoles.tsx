import { Badge, CloseButton, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RoleSelect } from './RoleSelect'
import { usePlaces } from './usePlaces'

export type GivenRole = { site: string; role: string }

/** The roles that a new account begins with. Choosing one adds it. */
export function FirstRoles({ roles, onChange }: { roles: GivenRole[]; onChange: (roles: GivenRole[]) => void }) {
  const { t } = useTranslation('people')
  const { places, rolesFor, placeName, roleName } = usePlaces()
  const [site, setSite] = useState<string | null>(null)
  const chosen = site ?? (places.length === 1 ? (places[0]?.value ?? null) : null)

  function add(role: string | null) {
    if (!role || !chosen || roles.some((one) => one.site === chosen && one.role === role)) return
    onChange([...roles, { site: chosen, role }])
  }

  return (
    <Stack gap="xs">
      <Group align="end" gap="xs" grow>
        <Select label={t('where')} placeholder={t('choose')} data={places} value={chosen} onChange={setSite} />
        <RoleSelect
          label={t('role')}
          data={chosen ? rolesFor(chosen) : []}
          value={null}
          onChange={add}
          disabled={!chosen}
        />
      </Group>
      {roles.length > 0 && (
        <Group gap="xs" component="ul" p={0} m={0}>
          {roles.map((one) => (
            <Badge
              key={`${one.site}/${one.role}`}
              component="li"
              variant="light"
              color="gray"
              size="lg"
              tt="none"
              fw={500}
              pr={4}
              rightSection={
                <CloseButton
                  size="xs"
                  variant="transparent"
                  c="inherit"
                  aria-label={t('take', { role: roleName(one.role), place: placeName(one.site) })}
                  onClick={() => onChange(roles.filter((other) => other !== one))}
                />
              }
            >
              {roleName(one.role)} · {placeName(one.site)}
            </Badge>
          ))}
        </Group>
      )}
      {roles.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noRolesYet')}
        </Text>
      )}
    </Stack>
  )
}
