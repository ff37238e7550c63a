import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { moment } from '../i18n/format'
import { wallTime } from '../i18n/siteTime'
import { problemOf, Refusal } from '../ui/Refusal'
import { ScheduleReleaseDocument } from './gql/graphql'

/** `left`: in words, what stays unpublished. */
type Props = { id: string; timeZone: string; left: string; onClose: () => void }

/** A moment of the site's own time. */
export function ScheduleRelease({ id, timeZone, left, onClose }: Props) {
  const { t } = useTranslation(['releases', 'ui'])
  const { run, refusal, isBusy } = useVerb(ScheduleReleaseDocument, { touches: ['ReleaseCheck'] })
  const [at, setAt] = useState('')

  async function schedule(event: FormEvent) {
    event.preventDefault()
    if (await run({ id, at })) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('schedule.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={schedule}>
        <Stack>
          <Refusal refusal={refusal} fields={['at']} area="releases" />
          <Text size="sm">{t('schedule.hint')}</Text>
          {left && (
            <Text size="sm" fw={600}>
              {left}
            </Text>
          )}
          <TextInput
            type="datetime-local"
            label={t('schedule.at')}
            description={t('schedule.zone', { zone: timeZone, now: moment(new Date().toISOString(), timeZone) })}
            value={at}
            min={wallTime(new Date(), timeZone)}
            error={problemOf(refusal, 'at', t)}
            onChange={(event) => setAt(event.currentTarget.value)}
            maw={280}
            required
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={isBusy} disabled={!at}>
              {t('schedule.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
