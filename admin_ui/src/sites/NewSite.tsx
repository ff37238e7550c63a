import { Alert, Button, Group, Modal, MultiSelect, Select, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useVerb } from '../api/useVerb'
import { LOCALES } from '../form/fields/listedFields'
import { currentLanguage } from '../i18n'
import { languageName } from '../i18n/format'
import { useRights } from '../session/useRights'
import { problemOf, Refusal } from '../ui/Refusal'
import { CreateSiteDocument } from './gql/graphql'

const FIELDS = ['key', 'name', 'locales', 'default_locale', 'time_zone']
const ZONES = Intl.supportedValuesOf('timeZone')

/** Asks what a site cannot be without, and opens its settings. */
export function NewSite({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['sites', 'ui'])
  const mayCreate = useRights().may('manage_site', true)
  return (
    <Modal opened onClose={onClose} title={t('new.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {mayCreate ? <Questions onClose={onClose} /> : <Alert color="yellow">{t('new.notYours')}</Alert>}
    </Modal>
  )
}

function Questions({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['sites', 'ui'])
  const navigate = useNavigate()
  const { run, refusal, isBusy } = useVerb(CreateSiteDocument)
  const [name, setName] = useState('')
  const [key, setKey] = useState('')
  const [locales, setLocales] = useState<string[]>([currentLanguage()])
  const [zone, setZone] = useState<string | null>(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [main = ''] = locales

  async function create(event: FormEvent) {
    event.preventDefault()
    const data = { key, name: { [main]: name.trim() }, locales, default_locale: main, time_zone: zone }
    const made = await run({ type: 'Site', site: key, data: { ...data, fallback_order: [main] } })
    if (!made?.item) return
    onClose()
    void navigate(`/content/Site/${made.item.id}`)
  }

  return (
    <form onSubmit={(event) => void create(event)}>
      <Stack>
        <TextInput
          label={t('new.name')}
          value={name}
          error={problemOf(refusal, 'name', t)}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          data-autofocus
          required
        />
        <TextInput
          label={t('new.key')}
          description={t('new.keyHint')}
          placeholder="alpine"
          value={key}
          error={problemOf(refusal, 'key', t) ?? problemOf(refusal, 'slugs', t)}
          onChange={(event) => setKey(event.currentTarget.value.trim().toLowerCase())}
          maxLength={64}
          required
        />
        <MultiSelect
          label={t('locales')}
          description={t('new.localesHint')}
          data={LOCALES.map((value) => ({ value, label: languageName(value) }))}
          value={locales}
          error={problemOf(refusal, 'locales', t)}
          onChange={setLocales}
          searchable
          selectFirstOptionOnChange
          hidePickedOptions
          withAsterisk
        />
        <Select
          label={t('new.zone')}
          data={ZONES}
          value={zone}
          error={problemOf(refusal, 'time_zone', t)}
          onChange={setZone}
          searchable
          selectFirstOptionOnChange
          withAsterisk
        />
        <Refusal refusal={refusal} fields={[...FIELDS, 'slugs']} area="sites" />
        <Alert color="blue" variant="light">
          {t('new.next')}
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!name.trim() || !key || !main || !zone}>
            {t('new.create')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
