import { Center, Loader, Modal } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionIsBack, whenExpired } from '../api/signedInAgain'
import { type Person, signOut, whoAmI } from './api'
import { SignInForm } from './SignInForm'
import { SignInPage } from './SignInPage'

type Session = { person: Person; leave: () => Promise<void> }

const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is for screens behind the sign-in.')
  return session
}

/** Shows the screens to somebody who is signed in; where a session ends meanwhile, asks again in place. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('session')
  const [person, setPerson] = useState<Person | null | undefined>(undefined)
  const [isExpired, setExpired] = useState(false)
  useEffect(() => {
    whenExpired(() => setExpired(true))
    whoAmI().then(setPerson, () => setPerson(null))
  }, [])
  const session = useMemo(() => person && { person, leave }, [person])
  if (person === undefined) {
    return (
      <Center h="100%">
        <Loader aria-label={t('loading')} />
      </Center>
    )
  }
  if (!session) return <SignInPage onDone={setPerson} />
  return (
    <SessionContext value={session}>
      {children}
      <Modal opened={isExpired} onClose={() => undefined} withCloseButton={false} title={t('expired')} centered>
        <SignInForm email={person?.email} onDone={(again) => back(again, session.person, () => setExpired(false))} />
      </Modal>
    </SessionContext>
  )
}

async function leave(): Promise<void> {
  await signOut()
  window.location.assign('/admin/')
}

/** Somebody else at the same screen must not go on with the first one's work. */
function back(again: Person, before: Person, show: () => void): void {
  if (again.id === before.id) {
    show()
    sessionIsBack()
  } else {
    window.location.assign('/admin/')
  }
}
