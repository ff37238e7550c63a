import { useTranslation } from 'react-i18next'

/** {group: {action: its name}}, in the order in which they are offered. */
export type ActionNames = Record<string, Record<string, string>>

/** What the audit trail tells of, as the texts name it: an action that has a name there can be chosen. */
export function useActionNames(): ActionNames {
  const { t } = useTranslation('audit')
  return t('actions', { returnObjects: true }) as ActionNames
}

export function nameOf(names: ActionNames, action: string): string | undefined {
  return Object.values(names).find((group) => action in group)?.[action]
}

/** Whether it is something that applicants do, who have no account. */
export function isOfApplications(names: ActionNames, action: string): boolean {
  return action in (names.applications ?? {})
}
