import { Alert, Anchor, List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { humanized } from '../content-types/labels'
import type { FoundProblem } from './FormContext'
import { showField } from './showField'

/** All that stops publication, each with a link to its field. */
export function ProblemSummary({ problems }: { problems: FoundProblem[] }) {
  const { t } = useTranslation('form')
  if (problems.length === 0) return null
  return (
    <Alert color="yellow" variant="light" title={t('notYet', { count: problems.length })}>
      <ProblemList problems={problems} />
    </Alert>
  )
}

export function ProblemList({ problems }: { problems: FoundProblem[] }) {
  const { t } = useTranslation(['form', 'content-types'])
  return (
    <List size="sm">
      {problems.map((one) => (
        <List.Item key={`${one.field}/${one.locale}/${one.code}`}>
          <Anchor component="button" type="button" size="sm" onClick={() => showField(one.field, one.locale)}>
            {name(one.field)}
          </Anchor>
          : {one.message}
        </List.Item>
      ))}
    </List>
  )

  function name(field: string): string {
    if (field === 'slugs') return t('slug')
    const last = field.split('.').findLast((part) => /^[a-z_]+$/.test(part)) ?? field
    return t(`content-types:fields.${last}`, humanized(last || t('item')))
  }
}
