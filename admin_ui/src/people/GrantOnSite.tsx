import { Button, Group, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RoleSelect } from './RoleSelect'
import type { Place } from './Roles'
import { usePlaces } from './usePlaces'

type Props = { isBusy: boolean; onGrant: (role: string, place: Place) => Promise<boolean> }

/** Gives a role on a site, or on all; offers what the person may give there. */
export function GrantOnSite({ isBusy, onGrant }: Props) {
  const { t } = useTranslation(['people', 'ui'])
  const { places, rolesFor } = usePlaces()
  const [site, setSite] = useState<string | null>(null)
  const [role, setRole] = useState<string | null>(null)
  const chosen = site ?? (places.length === 1 ? (places[0]?.value ?? null) : null)

  async function grant(event: FormEvent) {
    event.preventDefault()
    if (role && chosen && (await onGrant(role, { site: chosen }))) setRole(null)
  }

  return (
    <form onSubmit={grant}>
      <Group align="end" gap="xs">
        <Select
          label={t('where')}
          placeholder={t('choose')}
          data={places}
          value={chosen}
          onChange={(value) => {
            setSite(value)
            setRole(null)
          }}
          flex={1}
          miw={150}
        />
        <RoleSelect
          label={t('role')}
          data={chosen ? rolesFor(chosen) : []}
          value={role}
          onChange={setRole}
          disabled={!chosen}
          flex={1}
          miw={150}
        />
        <Button type="submit" variant="default" disabled={!role || !chosen} loading={isBusy}>
          {t('give')}
        </Button>
      </Group>
    </form>
  )
}
