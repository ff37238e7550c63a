import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf, Refusal } from '../ui/Refusal'
import { CheckAdmissibilityDocument, type OneApplicationFragment } from './gql/graphql'
import { useStep } from './useStep'

type Props = { application: OneApplicationFragment; onClose: () => void }

/** Whether the application is complete and from somebody who may apply. */
export function CheckDialog({ application, onClose }: Props) {
  const { t } = useTranslation(['applications', 'ui'])
  const [ok, setOk] = useState(application.admissibility?.ok ?? true)
  const [note, setNote] = useState(application.admissibility?.note ?? '')
  const { run, refusal, isBusy } = useStep(CheckAdmissibilityDocument)

  async function check() {
    if (await run({ id: application.id, ok, note })) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('steps.CHECK')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        <Radio.Group value={ok ? 'yes' : 'no'} onChange={(value) => setOk(value === 'yes')} label={t('checkAsked')}>
          <Stack gap="xs" mt="xs">
            <Radio value="yes" label={t('isAdmissible')} data-autofocus />
            <Radio value="no" label={t('isNotAdmissible')} />
          </Stack>
        </Radio.Group>
        <Textarea
          label={t('note')}
          description={t('noteHint')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={problemOf(refusal, 'note', t)}
          maxLength={2000}
          autosize
          minRows={2}
        />
        <Refusal refusal={refusal} fields={['note']} area="applications" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => void check()}>
            {t('ui:save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
