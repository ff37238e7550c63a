import {
  AcceptApplicationDocument,
  RejectApplicationDocument,
  ReturnApplicationDocument,
  ShortlistApplicationDocument,
  type ToldStep,
} from './gql/graphql'
import { useStep } from './useStep'

type Given = { id: string; message: string; deadline: string; dates: number }

/** The step of which the applicant is told; `run` answers whether it was taken. */
export function useTold(step: ToldStep) {
  const returning = useStep(ReturnApplicationDocument)
  const shortlisting = useStep(ShortlistApplicationDocument)
  const rejecting = useStep(RejectApplicationDocument)
  const accepting = useStep(AcceptApplicationDocument)
  const { refusal, isBusy } = { RETURN: returning, SHORTLIST: shortlisting, REJECT: rejecting, ACCEPT: accepting }[step]

  async function run({ id, message, deadline, dates }: Given): Promise<boolean> {
    if (step === 'RETURN') return (await returning.run({ id, message, deadline })) !== null
    if (step === 'SHORTLIST') return (await shortlisting.run({ id, message })) !== null
    if (step === 'REJECT') return (await rejecting.run({ id, message })) !== null
    return (await accepting.run({ id, message, dates })) !== null
  }

  return { run, refusal, isBusy }
}
