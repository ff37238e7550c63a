import { Button, Group, Select, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { useSitesWith } from '../session/useSitesWith'
import { Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { ExportSiteDocument } from './gql/graphql'
import { RIGHT } from './right'

export const TOUCHES = { touches: ['TransferConnection'] }

/** Begins to write a site into an archive. */
export function ExportForm() {
  const { t } = useTranslation('transfers')
  const { sites } = useSitesWith(RIGHT)
  const { run, refusal, isBusy } = useVerb(ExportSiteDocument, TOUCHES)
  const [chosen, setChosen] = useState<string | null>(null)
  const site = chosen ?? (sites.length === 1 ? (sites[0]?.value ?? null) : null)

  function begin(event: FormEvent) {
    event.preventDefault()
    if (site) void run({ site })
  }

  return (
    <Section title={t('export')} hint={t('exportHint')}>
      <form onSubmit={begin}>
        <Stack>
          <Refusal refusal={refusal} area="transfers" />
          <Select
            label={t('site')}
            placeholder={t('choose')}
            data={sites}
            value={site}
            onChange={setChosen}
            allowDeselect={false}
          />
          <Group>
            <Button type="submit" disabled={!site} loading={isBusy}>
              {t('beginExport')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
