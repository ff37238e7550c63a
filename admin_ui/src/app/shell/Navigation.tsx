import { Stack, Text } from '@mantine/core'
import { IconHome } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { iconOf } from '../../content-types/icons'
import { addressOf, type ListedType, typeGroups } from '../../content-types/types'
import { AdministrationGroup } from './AdministrationGroup'
import { ApplicationsEntry } from './ApplicationsEntry'
import { NavigationEntry } from './NavigationEntry'

/** Where one can go. */
export function Navigation() {
  const { t } = useTranslation('shell')
  return (
    <>
      <NavigationEntry to="/" label={t('home')} icon={<IconHome size={18} aria-hidden />} />
      {typeGroups().map(([group, types]) => (
        <Stack key={group} gap={0} mt="md">
          <Text size="xs" fw={600} c="dimmed" px="sm" pb={4}>
            {t(`groups.${group}`)}
          </Text>
          {types.map((type) => (
            <TypeEntry key={type.name} type={type} />
          ))}
        </Stack>
      ))}
      <ApplicationsEntry />
      <AdministrationGroup />
    </>
  )
}

function TypeEntry({ type }: { type: ListedType }) {
  const { t } = useTranslation('content-types')
  const Icon = iconOf(type)
  return <NavigationEntry to={addressOf(type)} label={t(`plural.${type.name}`)} icon={<Icon size={18} aria-hidden />} />
}
