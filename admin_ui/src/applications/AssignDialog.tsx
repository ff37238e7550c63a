import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { Failure } from '../ui/Failure'
import { Refusal } from '../ui/Refusal'
import { SkeletonRows } from '../ui/SkeletonRows'
import { AssignReviewersDocument, type OneApplicationFragment, ReviewersDocument } from './gql/graphql'
import { useStep } from './useStep'

type Props = { application: OneApplicationFragment; onClose: () => void }

/** Who could review it, those with least to do first. */
export function AssignDialog({ application, onClose }: Props) {
  const { t } = useTranslation(['applications', 'ui'])
  const { id, call, reviewers } = application
  const recused = reviewers.filter((one) => one.state === 'RECUSED').map((one) => one.person.id)
  const [chosen, setChosen] = useState(() =>
    reviewers.filter((one) => one.state !== 'RECUSED').map((one) => one.person.id),
  )
  const [{ data, error }] = useQuery({
    query: ReviewersDocument,
    variables: { call: call.id },
    requestPolicy: 'network-only',
  })
  const { run, refusal, isBusy } = useStep(AssignReviewersDocument)
  const people = [...(data?.callReviewers ?? [])].sort((one, other) => one.assigned - other.assigned)

  async function assign() {
    if (await run({ id, reviewers: chosen })) onClose()
  }

  return (
    <Modal opened onClose={onClose} title={t('assign')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack>
        {error && <Failure error={error} />}
        {!data && !error && <SkeletonRows rows={3} height={36} />}
        {data && !people.length && <Text size="sm">{t('nobodyReviews')}</Text>}
        <Checkbox.Group value={chosen} onChange={setChosen} label={t('assignHint')}>
          <Stack gap="sm" mt="xs">
            {people.map(({ person, assigned, done }) => (
              <Checkbox
                key={person.id}
                value={person.id}
                label={person.name ?? '–'}
                description={t(recused.includes(person.id) ? 'isRecused' : 'load', { assigned, done })}
                disabled={recused.includes(person.id)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Refusal refusal={refusal} area="applications" />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('ui:cancel')}
          </Button>
          <Button loading={isBusy} onClick={() => void assign()}>
            {t('assign')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
