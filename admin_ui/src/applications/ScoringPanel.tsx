import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../i18n/format'
import { problemOf, Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { type OneApplicationFragment, ScoreApplicationDocument } from './gql/graphql'
import { ReviewBadge } from './ReviewBadge'
import { ScoreInput } from './ScoreInput'
import { pointsOf, type Scores } from './scores'
import { useStep } from './useStep'

/** One's own review: a score for each criterion, reasons, and a note for oneself. */
export function ScoringPanel({ application }: { application: OneApplicationFragment }) {
  const { t } = useTranslation('applications')
  const own = application.ownReview
  const criteria = application.call.criteria
  const [scores, setScores] = useState<Scores>(() =>
    Object.fromEntries((own?.scores ?? []).map(({ criterion, value }) => [criterion, value])),
  )
  const [comment, setComment] = useState(own?.comment ?? '')
  const [privateNote, setPrivateNote] = useState(own?.privateNote ?? '')
  const { run, refusal, isBusy } = useStep(ScoreApplicationDocument)
  if (!own) return null
  const isOpen = application.steps.includes('SCORE')
  const isIn = own.state === 'DONE'

  async function store(submit: boolean) {
    const given = Object.entries(scores).flatMap(([criterion, value]) =>
      value === undefined ? [] : [{ criterion, value }],
    )
    const done = await run({ id: application.id, scores: given, comment, privateNote, submit })
    if (done) notifications.show({ message: t(submit || isIn ? 'handedIn' : 'kept') })
  }

  return (
    <Section
      title={t('yourReview')}
      hint={t(isIn ? 'correctHint' : 'blindHint')}
      actions={<ReviewBadge state={own.state} />}
    >
      <Stack gap="md">
        {criteria.map((criterion) => (
          <ScoreInput
            key={criterion.key}
            criterion={criterion}
            value={scores[criterion.key]}
            isOff={!isOpen}
            error={problemOf(refusal, `scores.${criterion.key}`, t)}
            onChange={(value) => setScores({ ...scores, [criterion.key]: value })}
          />
        ))}
        <Text fw={600} aria-live="polite">
          {t('points', { points: number(Math.round(pointsOf(criteria, scores) * 10) / 10) })}
        </Text>
        <Textarea
          label={t('comment')}
          description={t('commentHint')}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
          error={problemOf(refusal, 'comment', t)}
          maxLength={4000}
          autosize
          minRows={3}
          disabled={!isOpen}
        />
        <Textarea
          label={t('privateNote')}
          description={t('privateNoteHint')}
          value={privateNote}
          onChange={(event) => setPrivateNote(event.currentTarget.value)}
          maxLength={4000}
          autosize
          minRows={1}
          disabled={!isOpen}
        />
        <Refusal
          refusal={refusal}
          fields={['comment', ...criteria.map(({ key }) => `scores.${key}`)]}
          area="applications"
        />
        {isOpen && (
          <Group gap="xs">
            <Button loading={isBusy} onClick={() => void store(true)}>
              {t(isIn ? 'correct' : 'handIn')}
            </Button>
            {!isIn && (
              <Button variant="default" loading={isBusy} onClick={() => void store(false)}>
                {t('keep')}
              </Button>
            )}
          </Group>
        )}
        {!isOpen && (
          <Text c="dimmed" size="sm">
            {t('notOpen')}
          </Text>
        )}
      </Stack>
    </Section>
  )
}
