import { Alert, Anchor, List } from '@mantine/core'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useEdited } from '../editing/EditedContext'
import type { FoundProblem } from '../form/FormContext'
import { usePathName, withLanguage } from '../form/pathName'
import { showField } from '../form/showField'
import type { Publishing } from './usePublishing'

/** Why a step was not taken; what is wrong in the form leads to its field. */
export function Refused({ publishing: { refusal, close } }: { publishing: Publishing }) {
  const { t } = useTranslation('form')
  const { problems, draft, locale } = useEdited()
  const name = usePathName()
  if (!refusal) return null

  function show({ field, locale: language }: FoundProblem) {
    flushSync(close) // a dialog that closes gives the cursor back first
    showField(field, language)
  }

  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      mb="sm"
      title={problems.length > 0 && t('notYet', { count: problems.length })}
    >
      {problems.length === 0 && refusal}
      {problems.length > 0 && (
        <List size="sm">
          {problems.map((one) => (
            <List.Item key={`${one.field}/${one.locale}/${one.code}`}>
              <Anchor component="button" type="button" size="sm" ta="left" onClick={() => show(one)}>
                {withLanguage(name(one.field, draft.data, locale), one.locale)}
              </Anchor>
              : {one.message}
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  )
}
