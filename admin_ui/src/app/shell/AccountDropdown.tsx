import { Group, Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { IconLogout, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LanguageMenu } from '../../session/LanguageMenu'
import { useSession } from '../../session/SessionProvider'
import { AccountButton } from './AccountButton'

/** Who one is, language and light, and the way out; open when it appears. */
export function AccountDropdown() {
  const { t } = useTranslation('shell')
  const { person, leave } = useSession()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const schemes = (['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`scheme.${value}`) }))
  return (
    <Menu position="bottom-end" width={240} closeOnItemClick={false} defaultOpened>
      <Menu.Target>
        <AccountButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.email}</Menu.Label>
        <Group px="sm" py="xs" grow>
          <LanguageMenu />
        </Group>
        <Group px="sm" pb="xs">
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('scheme.label')}
            data={schemes}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as typeof colorScheme)}
          />
        </Group>
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconUser size={16} aria-hidden />} closeMenuOnClick>
          {t('ownAccount')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
