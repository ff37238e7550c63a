import { Button, Modal, Text } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { type Challenge, type Person, type Way, whoAmI } from './api'
import { OtherWays } from './OtherWays'
import { SignInForm } from './SignInForm'

type Props = {
  person: Person
  ways: Way[]
  begun?: Challenge
  onBack: (person: Person) => void
  onOther: () => void
}

/** Over the work of somebody whose session ended: it waits, and goes on where it stood. */
export function ExpiredDialog({ person, ways, begun, onBack, onOther }: Props) {
  const { t } = useTranslation('session')
  useSignedInElsewhere(onBack)
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={t('expired')}
      centered
      zIndex={1000}
    >
      <Text size="sm" mb="md">
        {t('expiredHint')}
      </Text>
      <SignInForm email={person.email} begun={begun} onDone={onBack} />
      <OtherWays ways={ways} next="/admin/signed-in" inNewWindow />
      <Button variant="subtle" size="xs" fullWidth mt="md" onClick={onOther}>
        {t('somebodyElse')}
      </Button>
    </Modal>
  )
}

/** Somebody may sign in meanwhile in another window of the same browser, by a sign-in service among others. */
function useSignedInElsewhere(onBack: (person: Person) => void): void {
  useEffect(() => {
    const look = () => void whoAmI().then(({ person }) => person && onBack(person), ignored)
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [onBack])
}

/** The dialog stays, and the next look may find more. */
const ignored = () => undefined
