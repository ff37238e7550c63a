import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Refusal } from '../ui/Refusal'
import { DeclareConflictDocument, type OneApplicationFragment } from './gql/graphql'
import { useStep } from './useStep'

/** Asked before a reviewer reads on; whoever has a conflict of interest is recused. */
export function Conflict({ application }: { application: OneApplicationFragment }) {
  const { t } = useTranslation(['applications', 'ui'])
  const [isRecusing, setRecusing] = useState(false)
  const [note, setNote] = useState('')
  const { run, refusal, isBusy } = useStep(DeclareConflictDocument)
  const navigate = useNavigate()

  async function declare(conflict: boolean) {
    const done = await run({ id: application.id, conflict, note })
    if (done && conflict) void navigate('/applications')
  }

  return (
    <Alert variant="light" title={t('conflictAsked')}>
      <Stack gap="sm">
        <Text size="sm">{t('conflictHint')}</Text>
        {isRecusing && (
          <Textarea
            label={t('conflictNote')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maxLength={1000}
            autosize
            minRows={2}
            autoFocus
          />
        )}
        <Refusal refusal={refusal} area="applications" />
        <Group gap="xs">
          {isRecusing ? (
            <>
              <Button color="red" loading={isBusy} onClick={() => void declare(true)}>
                {t('recuse')}
              </Button>
              <Button variant="default" onClick={() => setRecusing(false)}>
                {t('ui:cancel')}
              </Button>
            </>
          ) : (
            <>
              <Button loading={isBusy} onClick={() => void declare(false)}>
                {t('noConflict')}
              </Button>
              <Button variant="default" onClick={() => setRecusing(true)}>
                {t('hasConflict')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Alert>
  )
}
