import { Alert, Button, FileInput, Group, Progress, Radio, Select, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { useSitesWith } from '../session/useSitesWith'
import { Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { TOUCHES } from './ExportForm'
import { ImportSiteDocument, type OnConflict } from './gql/graphql'
import { RIGHT } from './right'
import { useArchiveUpload } from './useArchiveUpload'

export const CONFLICTS: OnConflict[] = ['FAIL', 'SKIP', 'UPDATE']

/** Sends an archive and asks first what it would change; the report below leads on. */
export function ImportForm() {
  const { t } = useTranslation(['transfers', 'ui'])
  const { sites } = useSitesWith(RIGHT)
  const upload = useArchiveUpload()
  const { run, refusal, isBusy } = useVerb(ImportSiteDocument, TOUCHES)
  const [file, setFile] = useState<File | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [onConflict, setOnConflict] = useState<OnConflict>('FAIL')
  const site = chosen ?? (sites.length === 1 ? (sites[0]?.value ?? null) : null)
  const isSending = upload.share !== null

  async function look(event: FormEvent) {
    event.preventDefault()
    const ticket = file && site ? await upload.send(file, site) : null
    if (ticket && (await run({ upload: ticket, onConflict, dryRun: true }))) setFile(null)
  }

  return (
    <Section title={t('import')} hint={t('importHint')}>
      <form onSubmit={look}>
        <Stack>
          <Refusal refusal={upload.refusal ?? refusal} area="transfers" />
          {upload.isBroken && (
            <Alert color="red" variant="light" role="alert">
              {t('broken')}
            </Alert>
          )}
          <FileInput
            label={t('archive')}
            description={t('archiveHint')}
            placeholder={t('chooseFile')}
            accept=".zip,application/zip"
            value={file}
            onChange={setFile}
            clearable
            clearButtonProps={{ 'aria-label': t('ui:clear') }}
          />
          <Select
            label={t('into')}
            description={t('intoHint')}
            placeholder={t('choose')}
            data={sites}
            value={site}
            onChange={setChosen}
            allowDeselect={false}
          />
          <Radio.Group
            label={t('conflicts')}
            value={onConflict}
            onChange={(value) => setOnConflict(value as OnConflict)}
          >
            <Stack gap="xs" mt="xs">
              {CONFLICTS.map((one) => (
                <Radio key={one} value={one} label={t(`onConflict.${one}`)} description={t(`onConflictHint.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {isSending && (
            <div>
              <Text size="sm" mb={4}>
                {t('sending')}
              </Text>
              <Progress value={(upload.share ?? 0) * 100} aria-label={t('sending')} />
            </div>
          )}
          <Group>
            <Button type="submit" disabled={!file || !site || isSending} loading={isBusy}>
              {t('look')}
            </Button>
            {isSending && (
              <Button variant="default" onClick={upload.stop}>
                {t('ui:cancel')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
