import { Alert, Button, Checkbox, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient } from 'urql'
import { noAnswer } from '../api/noAnswer'
import { useEdited } from '../editing/EditedContext'
import type { EditorSite } from '../editing/sites'
import { ShareItemDocument } from './gql/graphql'
import { useOwnSites } from './OwnSites'
import { SiteOverride } from './SiteOverride'

/** The sites that show the item beside its own. */
export function Sharing() {
  const { t } = useTranslation(['collaboration', 'ui'])
  const { item, form, sites, site, isReadOnly, adopt } = useEdited()
  const client = useClient()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const others = sites.filter((one) => one.key !== item.site)
  const mayShare = item.rights.includes('share') && item.deletedAt === null

  async function share(keys: string[]) {
    setBusy(true)
    const { data, error } = await client
      .mutation(ShareItemDocument, { input: { id: item.id, sites: keys } })
      .toPromise()
    setBusy(false)
    setRefusal(data?.result.item ? null : (data?.result.refusal?.message ?? noAnswer(error)))
    if (!data?.result.item) return
    adopt(data.result.item)
    notifications.show({ message: t('shared'), color: 'teal' })
  }

  if (form.isLibrary) return <Quiet text={t('everywhere')} />
  if (others.length === 0) return <Quiet text={t('noOtherSite')} />
  return (
    <Stack gap="sm">
      <Text size="sm">{t('ownSite', { site: site?.name ?? item.site })}</Text>
      <Checkbox.Group
        label={t('alsoOn')}
        description={t('alsoOnHint')}
        value={item.shared}
        onChange={(keys) => void share(keys)}
      >
        <Stack gap={6} mt="xs">
          {others.map((one) => (
            <Checkbox key={one.key} value={one.key} label={one.name} disabled={!mayShare || isBusy} />
          ))}
        </Stack>
      </Checkbox.Group>
      {!isReadOnly && <OwnWords />}
      {refusal && (
        <Alert color="red" variant="light" role="alert">
          {refusal}
        </Alert>
      )}
    </Stack>
  )
}

/** What sites that the person edits too say differently; whoever may only read the item finds it above the form. */
function OwnWords() {
  const { t } = useTranslation(['collaboration', 'ui'])
  const [opened, setOpened] = useState<EditorSite | null>(null)
  return (
    <>
      {useOwnSites().map((one) => (
        <Button key={one.key} size="xs" variant="default" onClick={() => setOpened(one)}>
          {t('override.open', { site: one.name })}
        </Button>
      ))}
      <Modal
        opened={opened !== null}
        onClose={() => setOpened(null)}
        size="xl"
        title={t('override.modal')}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        {opened && <SiteOverride site={opened} />}
      </Modal>
    </>
  )
}

function Quiet({ text }: { text: string }) {
  return (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  )
}
