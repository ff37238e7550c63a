import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { currentLanguage } from '../i18n'

/** The applications as files. Who took them is kept. */
export function ExportMenu({ call, cutoff }: { call: string; cutoff?: string }) {
  const { t } = useTranslation('applications')
  const query = new URLSearchParams({ locale: currentLanguage(), ...(cutoff ? { cutoff } : {}) })
  const address = (format: string) => `/management/applications/exports/${call}.${format}?${query}`
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address('xlsx')} download>
          {t('exportXlsx')}
        </Menu.Item>
        <Menu.Item component="a" href={address('pdf')} download>
          {t('exportPdf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
