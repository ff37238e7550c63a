import { Alert } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Problem, Refusal as Why } from '../api/useVerb'

type Props = {
  refusal?: Why
  /** Fields that show their problems themselves. */
  fields?: string[]
  /** Whose texts say what the problems mean: `problems.<field>.<code>` or `problems.<code>`. */
  area: string
}

/** Why nothing was changed, as far as no field says it. */
export function Refusal({ refusal, fields = [], area }: Props) {
  const { t } = useTranslation([area, 'ui'])
  if (!refusal) return null
  const texts = textsOf(refusal, fields, t)
  if (!texts.length) return null
  return (
    <Alert color="red" variant="light" role="alert">
      {texts.map((text) => (
        <div key={text}>{text}</div>
      ))}
    </Alert>
  )
}

function textsOf(refusal: Why, fields: string[], t: TFunction): string[] {
  if (!refusal.problems.length) return [t(`ui:refusals.${refusal.code}`, { defaultValue: refusal.message })]
  return refusal.problems.filter((one) => !fields.includes(one.field)).map((one) => problemText(one, t))
}

export function problemText({ field, code, message }: Problem, t: TFunction): string {
  return t([`problems.${field}.${code}`, `problems.${code}`], { defaultValue: message, message })
}

/** What is wrong with one field, for its `error`. */
export function problemOf(refusal: Why | undefined, field: string, t: TFunction): string | undefined {
  const found = refusal?.problems.find((one) => one.field === field)
  return found && problemText(found, t)
}
