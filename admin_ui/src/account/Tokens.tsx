import { Button } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from 'urql'
import { useVerb } from '../api/useVerb'
import { GENTLE } from '../ui/confirm'
import { EmptyState } from '../ui/EmptyState'
import { Failure } from '../ui/Failure'
import { Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { SkeletonRows } from '../ui/SkeletonRows'
import { RevokeTokenDocument, type TokenFragment, TokensDocument } from './gql/graphql'
import { NewToken } from './NewToken'
import { TokenRows } from './TokenRows'

type Props = {
  /** Those of a service instead of one's own. */
  service?: string
  /** What that service may do at all. */
  rights?: string[]
}

/** What programs use to work in one's name, or in that of a service: given out, looked over, taken back. */
export function Tokens({ service, rights }: Props) {
  const { t } = useTranslation(['account', 'ui'])
  const [{ data, error }, ask] = useQuery({
    query: TokensDocument,
    variables: { account: service ?? null },
    requestPolicy: 'cache-and-network',
  })
  const again = () => ask({ requestPolicy: 'network-only' })
  const { run, refusal } = useVerb(RevokeTokenDocument)
  const [isNew, setNew] = useState(false)
  const tokens = data?.tokens.nodes

  function revoke({ id, name }: TokenFragment) {
    modals.openConfirmModal({
      title: t('tokens.revokeTitle', { name }),
      children: t('tokens.revokeHint'),
      labels: { confirm: t('tokens.revoke'), cancel: t('ui:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: GENTLE,
      closeButtonProps: { 'aria-label': t('ui:close') },
      onConfirm: () => void run({ id }).then(again),
    })
  }

  function close() {
    setNew(false)
    again()
  }

  const action = <Button onClick={() => setNew(true)}>{t('tokens.new')}</Button>
  return (
    <Section title={t('tokens.title')} hint={t(service ? 'tokens.serviceHint' : 'tokens.hint')} actions={action}>
      <Refusal refusal={refusal} area="account" />
      {error && <Failure error={error} retry={again} />}
      {!tokens && !error && <SkeletonRows rows={2} height={64} />}
      {tokens?.length === 0 && (
        <EmptyState title={t(service ? 'tokens.noneOfService' : 'tokens.none')}>
          {t(service ? 'tokens.noneOfServiceHint' : 'tokens.noneHint')}
        </EmptyState>
      )}
      {tokens && tokens.length > 0 && <TokenRows tokens={tokens} onRevoke={revoke} />}
      {isNew && <NewToken service={service} rights={rights} onClose={close} />}
    </Section>
  )
}
