import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BeginReviewDialog } from './BeginReviewDialog'
import { CheckDialog } from './CheckDialog'
import type { ApplicationStep, OneApplicationFragment } from './gql/graphql'
import { ToldDialog } from './ToldDialog'

/** In the order in which they are taken; the first that is possible is the usual next one. */
const SHOWN: ApplicationStep[] = ['CHECK', 'BEGIN_REVIEW', 'SHORTLIST', 'ACCEPT', 'RETURN', 'REJECT']

/** What may be done with it next; assigning, declaring and scoring have their places beside. */
export function Steps({ application }: { application: OneApplicationFragment }) {
  const { t } = useTranslation('applications')
  const [open, setOpen] = useState<ApplicationStep>()
  const isChecked = application.admissibility?.ok === true
  const steps = SHOWN.filter((step) => application.steps.includes(step))
  const usual = steps.find((step) => (step === 'BEGIN_REVIEW' ? isChecked : step !== 'CHECK' || !isChecked))
  const close = () => setOpen(undefined)
  return (
    <>
      {steps.map((step) => (
        <Button
          key={step}
          variant={step === usual && step !== 'REJECT' ? 'filled' : 'default'}
          onClick={() => setOpen(step)}
        >
          {t(`steps.${step}`)}
        </Button>
      ))}
      {open === 'CHECK' && <CheckDialog application={application} onClose={close} />}
      {open === 'BEGIN_REVIEW' && <BeginReviewDialog application={application} onClose={close} />}
      {open && (open === 'RETURN' || open === 'SHORTLIST' || open === 'REJECT' || open === 'ACCEPT') && (
        <ToldDialog step={open} application={application} onClose={close} />
      )}
    </>
  )
}
