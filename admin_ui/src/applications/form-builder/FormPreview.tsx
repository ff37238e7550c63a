import { Box, Button, Drawer, Group, Progress, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { languageName } from '../../i18n/format'
import { type Answers, isAsked, isRequired } from './asking'
import { type Step, textIn } from './form'
import { PreviewQuestion } from './PreviewQuestion'
import { useVocabularies } from './useTerms'

type Props = { steps: Step[]; locale: string; onClose: () => void }

/** The form as an applicant meets it, step by step, beside what is being edited; answers are for trying out only. */
export function FormPreview({ steps, locale, onClose }: Props) {
  const { t } = useTranslation(['form-builder', 'ui'])
  const [place, setPlace] = useState(0)
  const [answers, setAnswers] = useState<Answers>({})
  const vocabularies = useVocabularies()
  const at = Math.min(place, Math.max(steps.length - 1, 0))
  const step = steps[at]
  const asked = (step?.questions ?? []).filter((one) => isAsked(steps, one, answers))
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={440}
      title={t('previewIn', { language: languageName(locale) })}
      withOverlay={false}
      lockScroll={false}
      trapFocus={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {!step && <Text c="dimmed">{t('empty')}</Text>}
      {step && (
        <Stack lang={locale}>
          <Box>
            <Text size="sm" c="dimmed">
              {t('stepOf', { number: at + 1, count: steps.length })}
            </Text>
            <Title order={3} size="h4" mb={6}>
              {textIn(step.title, locale) || t('untitledStep')}
            </Title>
            <Progress value={(100 * (at + 1)) / steps.length} size="sm" aria-hidden />
          </Box>
          {asked.map((question) => (
            <PreviewQuestion
              key={question.id}
              question={question}
              locale={locale}
              isRequired={isRequired(steps, question, answers)}
              vocabularies={vocabularies}
              answer={answers[question.key ?? '']}
              onAnswer={(answer) => setAnswers({ ...answers, [question.key ?? '']: answer })}
            />
          ))}
          {asked.length === 0 && <Text c="dimmed">{t('nothingAsked')}</Text>}
          <Group justify="space-between">
            <Button variant="default" disabled={at === 0} onClick={() => setPlace(at - 1)}>
              {t('back')}
            </Button>
            <Button disabled={at === steps.length - 1} onClick={() => setPlace(at + 1)}>
              {t('next')}
            </Button>
          </Group>
        </Stack>
      )}
    </Drawer>
  )
}
