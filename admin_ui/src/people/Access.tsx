import { Button, Group, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { useVerb } from '../api/useVerb'
import { GENTLE } from '../ui/confirm'
import { Refusal } from '../ui/Refusal'
import { Section } from '../ui/Section'
import { standing } from './giving'
import {
  DeactivatePersonDocument,
  InvitePersonDocument,
  type OnePersonFragment,
  ReactivatePersonDocument,
  TurnOffSecondFactorOfDocument,
} from './gql/graphql'

/** Letting somebody in, and keeping somebody out. */
export function Access({ person }: { person: OnePersonFragment }) {
  const { t } = useTranslation(['people', 'ui'])
  const invite = useVerb(InvitePersonDocument)
  const close = useVerb(DeactivatePersonDocument)
  const open = useVerb(ReactivatePersonDocument)
  const factor = useVerb(TurnOffSecondFactorOfDocument, { touches: ['Account'] })
  const state = standing(person)
  const { id, name } = person

  async function inviteAgain() {
    if (await invite.run({ id })) notifications.show({ message: t('invitedAgain', { name }), color: 'teal' })
  }

  function ask(what: 'close' | 'factor', onConfirm: () => void) {
    modals.openConfirmModal({
      title: t(`ask.${what}.title`, { name }),
      children: t(`ask.${what}.hint`),
      labels: { confirm: t(`ask.${what}.confirm`), cancel: t('ui:cancel') },
      confirmProps: { color: 'red' },
      cancelProps: GENTLE,
      closeButtonProps: { 'aria-label': t('ui:close') },
      onConfirm,
    })
  }

  return (
    <Section title={t('access')}>
      <Stack>
        <Refusal refusal={invite.refusal ?? close.refusal ?? open.refusal ?? factor.refusal} area="people" />
        <Text size="sm">{t(`accessOf.${state}`)}</Text>
        <Group>
          {state === 'invited' && (
            <Button variant="default" loading={invite.isBusy} onClick={inviteAgain}>
              {t('inviteAgain')}
            </Button>
          )}
          {person.hasSecondFactor && person.isActive && (
            <Button
              variant="default"
              loading={factor.isBusy}
              onClick={() => ask('factor', () => void factor.run({ account: id }))}
            >
              {t('ask.factor.confirm')}
            </Button>
          )}
          {person.isActive ? (
            <Button
              variant="default"
              c="red"
              loading={close.isBusy}
              onClick={() => ask('close', () => void close.run({ id }))}
            >
              {t('ask.close.confirm')}
            </Button>
          ) : (
            <Button loading={open.isBusy} onClick={() => void open.run({ id })}>
              {t('open')}
            </Button>
          )}
        </Group>
      </Stack>
    </Section>
  )
}
