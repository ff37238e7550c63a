import { Badge, CloseButton, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { usePlaces } from './usePlaces'

type Props = {
  roles: string[]
  /** Where, in words. */
  place: string
  isBusy: boolean
  mayTake: (role: string) => boolean
  onTake: (role: string) => void
}

/** Roles at one place, each with a way to take it. */
export function RolePills({ roles, place, isBusy, mayTake, onTake }: Props) {
  const { t } = useTranslation('people')
  const { roleName } = usePlaces()
  return (
    <Group gap="xs">
      {roles.map((role) => (
        <Badge
          key={role}
          variant="light"
          color="gray"
          size="lg"
          tt="none"
          fw={500}
          title={t(`roleHints.${role}`, { defaultValue: '' })}
          pr={mayTake(role) ? 4 : undefined}
          rightSection={
            mayTake(role) && (
              <CloseButton
                size="xs"
                variant="transparent"
                c="inherit"
                disabled={isBusy}
                aria-label={t('take', { role: roleName(role), place })}
                onClick={() => onTake(role)}
              />
            )
          }
        >
          {roleName(role)}
        </Badge>
      ))}
    </Group>
  )
}
