import { Modal } from '@mantine/core'
import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import { languageName } from '../i18n/format'
import { SkeletonRows } from '../ui/SkeletonRows'
import { useLast } from '../ui/useLast'
import type { Publishing, Question } from './usePublishing'

const Schedule = lazy(async () => ({ default: (await import('./ScheduleForm')).ScheduleForm }))
const TakeAway = lazy(async () => ({ default: (await import('./TakeAwayForm')).TakeAwayForm }))

export type FormProps = { publishing: Publishing; question: Question }

const FORMS: Record<Question, ComponentType<FormProps>> = {
  publish: lazy(async () => ({ default: (await import('./PublishForm')).PublishForm })),
  send_back: lazy(async () => ({ default: (await import('./SendBackForm')).SendBackForm })),
  release: lazy(async () => ({ default: (await import('./ReleaseForm')).ReleaseForm })),
  discard: lazy(async () => ({ default: (await import('./DiscardForm')).DiscardForm })),
  schedule: Schedule,
  expire: Schedule,
  unpublish: TakeAway,
  archive: TakeAway,
  delete: TakeAway,
}

/** What is asked before one of the steps is taken. */
export function PublishingDialogs({ publishing }: { publishing: Publishing }) {
  const { t } = useTranslation(['publishing', 'ui'])
  const { locale } = useEdited()
  const { close } = publishing
  const question = useLast(publishing.question) // a dialog that fades away keeps its name and its words
  const Form = question && FORMS[question]
  return (
    <Modal
      opened={publishing.question !== null}
      onClose={close}
      size="lg"
      title={question && t(`asks.${question}`, { language: languageName(locale) })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Suspense fallback={<SkeletonRows rows={3} />}>
        {Form && question && <Form publishing={publishing} question={question} />}
      </Suspense>
    </Modal>
  )
}
