import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '../i18n/format'
import { problemOf, Refusal } from '../ui/Refusal'
import type { OneApplicationFragment, ToldStep } from './gql/graphql'
import { MailPreview } from './MailPreview'
import { useTold } from './useTold'

type Props = { step: ToldStep; application: OneApplicationFragment; onClose: () => void }

/** A step of which the applicant is told: what to say, and the mail as it will go out. */
export function ToldDialog({ step, application, onClose }: Props) {
  const { t } = useTranslation(['applications', 'ui'])
  const [message, setMessage] = useState('')
  const [deadline, setDeadline] = useState(() => inTwoWeeks())
  const [dates, setDates] = useState('0')
  const { run, refusal, isBusy } = useTold(step)
  const isReturn = step === 'RETURN'
  const isNeeded = isReturn || step === 'REJECT'

  async function go() {
    if (await run({ id: application.id, message, deadline, dates: Number(dates) })) onClose()
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t(`steps.${step}`)}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack>
        <Text size="sm">{t(`told.${step}`)}</Text>
        {step === 'ACCEPT' && application.preferredDates.length > 1 && (
          <Select
            label={t('chosenDates')}
            data={application.preferredDates.map((label, place) => ({ value: String(place), label }))}
            value={dates}
            onChange={(value) => setDates(value ?? '0')}
            allowDeselect={false}
          />
        )}
        {isReturn && (
          <TextInput
            type="datetime-local"
            label={t('deadline')}
            description={application.call.timeZone}
            value={deadline}
            onChange={(event) => setDeadline(event.currentTarget.value)}
            error={problemOf(refusal, 'deadline', t)}
          />
        )}
        <Textarea
          label={t(isNeeded ? 'reasons' : 'message')}
          description={t('inLanguage', { language: languageName(application.locale) })}
          value={message}
          onChange={(event) => setMessage(event.currentTarget.value)}
          error={problemOf(refusal, 'message', t)}
          withAsterisk={isNeeded}
          maxLength={4000}
          autosize
          minRows={3}
          data-autofocus
        />
        <MailPreview id={application.id} step={step} message={message} deadline={isReturn ? deadline : null} />
        <Refusal refusal={refusal} fields={['message', 'deadline']} area="applications" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button
            color={step === 'REJECT' ? 'red' : undefined}
            loading={isBusy}
            disabled={isNeeded && !message.trim()}
            onClick={() => void go()}
          >
            {t(`do.${step}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** As the field takes it: at the end of the working day. */
function inTwoWeeks(): string {
  return `${new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10)}T18:00`
}
