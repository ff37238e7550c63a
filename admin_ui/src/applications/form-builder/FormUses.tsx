import { Alert, Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useEdited } from '../../editing/EditedContext'
import { Row, Rows } from '../../ui/Row'
import { Section } from '../../ui/Section'
import { SkeletonRows } from '../../ui/SkeletonRows'
import { FormUsesDocument } from './gql/graphql'

/** Which calls ask this form and in which version; what a change does, and what it does not. */
export function FormUses() {
  const { t } = useTranslation('form-builder')
  const { item } = useEdited()
  const [{ data, error }] = useQuery({
    query: FormUsesDocument,
    variables: { form: item.id },
    requestPolicy: 'cache-and-network',
  })
  const uses = data?.formUses
  if (error) return null
  if (!uses) return <SkeletonRows rows={1} height={96} />
  const answering = uses.calls.reduce((sum, one) => sum + one.applications, 0)
  return (
    <Section title={t('uses')} hint={t(uses.calls.length ? 'usesHint' : 'noUses')}>
      {answering > 0 && (
        <Alert color="blue" variant="light" mb="xs">
          {t('answersStay', { count: answering })}
        </Alert>
      )}
      <Rows label={t('uses')}>
        {uses.calls.map(({ call, version, applications }) => (
          <Row
            key={call.id}
            to={`/content/CallForHosts/${call.id}`}
            title={call.title || t('untitledCall')}
            hint={t('applicationCount', { count: applications })}
            aside={
              <>
                {version !== null && version !== undefined && uses.liveVersion && version < uses.liveVersion && (
                  <Text size="sm" c="dimmed">
                    {t('publishAgain', { version: uses.liveVersion })}
                  </Text>
                )}
                <Badge size="sm" variant="light" color={version ? 'teal' : 'gray'} tt="none">
                  {version ? t('asksVersion', { version }) : t('notLive')}
                </Badge>
              </>
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
