import { Alert, Badge, Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { day } from '../i18n/format'
import { Section } from '../ui/Section'
import type { OwnAccountQuery } from './gql/graphql'
import { RenewCodes } from './RenewCodes'
import { TurnOff } from './TurnOff'
import { TurnOn } from './TurnOn'

type Props = {
  state: OwnAccountQuery['viewer']['secondFactor']
  email: string
  hasPassword: boolean
  reload: () => void
}
const FEW = 3

/** Whether a code is asked for besides the password, and the ways to turn that on and off. */
export function SecondFactor({ state, email, hasPassword, reload }: Props) {
  const { t } = useTranslation('account')
  const [dialog, setDialog] = useState<'on' | 'codes' | 'off'>()
  const close = () => {
    setDialog(undefined)
    reload()
  }
  const isOn = Boolean(state.enabledAt)
  const badge = (
    <Badge variant="light" color={isOn ? 'teal' : 'gray'}>
      {t(isOn ? 'factor.on' : 'factor.off')}
    </Badge>
  )
  return (
    <Section title={t('factor.title')} hint={t('factor.hint')} actions={badge}>
      {state.enabledAt ? (
        <>
          <Text mb="sm">
            {t('factor.since', { day: day(state.enabledAt) })}{' '}
            {t('factor.codesLeft', { count: state.recoveryCodesLeft })}
          </Text>
          {state.recoveryCodesLeft <= FEW && (
            <Alert color="yellow" variant="light" mb="sm">
              {t('factor.few')}
            </Alert>
          )}
          <Group>
            <Button variant="default" onClick={() => setDialog('codes')}>
              {t('factor.renew')}
            </Button>
            <Button variant="default" onClick={() => setDialog('off')}>
              {t('factor.turnOff')}
            </Button>
          </Group>
        </>
      ) : (
        <Group>
          <Button onClick={() => setDialog('on')}>{t('factor.turnOn')}</Button>
        </Group>
      )}
      {dialog === 'on' && <TurnOn email={email} hasPassword={hasPassword} onClose={close} />}
      {dialog === 'codes' && <RenewCodes email={email} onClose={close} />}
      {dialog === 'off' && <TurnOff onClose={close} />}
    </Section>
  )
}
