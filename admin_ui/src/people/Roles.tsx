import { Anchor, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useVerb } from '../api/useVerb'
import { Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { GrantOnItem } from './GrantOnItem'
import { GrantOnSite } from './GrantOnSite'
import { ADMINISTRATOR } from './giving'
import { GrantRoleDocument, type OnePersonFragment, RevokeRoleDocument } from './gql/graphql'
import { RolePills } from './RolePills'
import { usePlaces } from './usePlaces'

export type Place = { site: string } | { item: string }

/** What somebody may do where: on all sites, on one, on single items; given and taken one by one. */
export function Roles({ person, isFixed }: { person: OnePersonFragment; isFixed: boolean }) {
  const { t } = useTranslation('people')
  const { placeName, rolesFor } = usePlaces()
  const grant = useVerb(GrantRoleDocument, { touches: ['Account'] })
  const revoke = useVerb(RevokeRoleDocument, { touches: ['Account'] })
  const isBusy = grant.isBusy || revoke.isBusy
  const taken = (role: string, place: Place) => void revoke.run({ person: person.id, role, ...place })
  const given = async (role: string, place: Place) => (await grant.run({ person: person.id, role, ...place })) !== null
  const mayTake = (site: string | undefined, role: string) =>
    !isFixed && site !== undefined && rolesFor(site).some(({ value }) => value === role)
  return (
    <Section title={t('rolesTitle')} hint={t('rolesHint')}>
      <Stack>
        <Refusal refusal={grant.refusal ?? revoke.refusal} area="people" />
        {person.roles.length + person.itemRoles.length === 0 && <Text c="dimmed">{t('noRolesYet')}</Text>}
        {person.roles.map(({ site, roles }) => (
          <PlaceRow key={site} name={placeName(site)}>
            <RolePills
              roles={roles}
              place={placeName(site)}
              isBusy={isBusy}
              mayTake={(role) => mayTake(site, role)}
              onTake={(role) => taken(role, { site })}
            />
          </PlaceRow>
        ))}
        {!isFixed && <GrantOnSite isBusy={isBusy} onGrant={given} />}
        <Title order={3} size="h5" mt="sm">
          {t('onItems')}
        </Title>
        {person.itemRoles.map(({ id, roles, item }) => (
          <PlaceRow
            key={id}
            name={
              item ? (
                <Anchor component={Link} to={`/content/${item.type}/${id}`}>
                  {item.title || t('untitled')}
                </Anchor>
              ) : (
                t('hiddenItem')
              )
            }
          >
            <RolePills
              roles={roles}
              place={item?.title || t('hiddenItem')}
              isBusy={isBusy}
              mayTake={(role) => role !== ADMINISTRATOR && mayTake(item?.site, role)}
              onTake={(role) => taken(role, { item: id })}
            />
          </PlaceRow>
        ))}
        {isFixed ? (
          person.itemRoles.length === 0 && <Text c="dimmed">{t('noItems')}</Text>
        ) : (
          <GrantOnItem isBusy={isBusy} onGrant={given} />
        )}
      </Stack>
    </Section>
  )
}

function PlaceRow({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4} component="div">
        {name}
      </Text>
      {children}
    </div>
  )
}
