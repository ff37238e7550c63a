import { Center, Loader } from '@mantine/core'
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { sessionIsBack, whenExpired } from '../api/signedInAgain'
import { whenIdle } from '../ui/whenIdle'
import { type Challenge, isChallenge, type Person, signIn, signOut, type Way, whoAmI } from './api'
import { useQuietKeyboard } from './useQuietKeyboard'

type Session = {
  person: Person
  leave: () => Promise<void>
  /** After a change of the own name. */
  rename: (name: string) => void
  /** After a change of the password, which ends every session: with the new one, and a code where one is asked for. */
  renew: (password: string) => Promise<void>
}

const SignInPage = lazy(async () => ({ default: (await import('./SignInPage')).SignInPage }))
const Away = lazy(async () => ({ default: (await import('./Away')).Away }))
const loadDialog = () => import('./ExpiredDialog')
const ExpiredDialog = lazy(async () => ({ default: (await loadDialog()).ExpiredDialog }))

const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is for screens behind the sign-in.')
  return session
}

/** Shows the screens to somebody who is signed in; where a session ends meanwhile, asks again in place. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [person, setPerson] = useState<Person | null | 'away' | undefined>(undefined)
  const [ways, setWays] = useState<Way[]>([])
  const look = useCallback(() => {
    setPerson(undefined)
    const found = (answer: Awaited<ReturnType<typeof whoAmI>>) => {
      setWays(answer.ways)
      setPerson(answer.person)
    }
    whoAmI().then(found, () => setPerson('away'))
  }, [])
  useEffect(look, [look])
  if (person === undefined) return <Loading />
  if (person === 'away' || !person) {
    return (
      <Suspense fallback={<Loading />}>
        {person ? <Away onRetry={look} /> : <SignInPage ways={ways} onDone={setPerson} />}
      </Suspense>
    )
  }
  return (
    <SignedIn person={person} ways={ways} onRenamed={(name) => setPerson({ ...person, name })}>
      {children}
    </SignedIn>
  )
}

type SignedInProps = { person: Person; ways: Way[]; onRenamed: (name: string) => void; children: ReactNode }

function SignedIn({ person, ways, onRenamed, children }: SignedInProps) {
  const [isExpired, setExpired] = useState(false)
  const isAsked = useQuietKeyboard(isExpired)
  const [begun, setBegun] = useState<Challenge>()
  useEffect(() => whenExpired(() => setExpired(true)), [])
  // it is there before it is needed: then the server may be away, or have a newer program
  useEffect(() => whenIdle(() => void loadDialog()), [])

  const back = useCallback(
    (again: Person) => {
      if (again.id !== person.id) return startAnew()
      setExpired(false)
      setBegun(undefined)
      sessionIsBack()
    },
    [person.id],
  )
  const session = useMemo(() => {
    const renew = async (password: string) => {
      const answer = await signIn(person.email, password).catch(() => undefined)
      if (answer && !isChallenge(answer)) return back(answer)
      setBegun(answer)
      setExpired(true)
    }
    return { person, leave, rename: onRenamed, renew }
  }, [person, onRenamed, back])

  return (
    <SessionContext value={session}>
      {children}
      <Suspense>
        {isAsked && <ExpiredDialog person={person} ways={ways} begun={begun} onBack={back} onOther={startAnew} />}
      </Suspense>
    </SessionContext>
  )
}

function Loading() {
  const { t } = useTranslation('session')
  return (
    <Center h="100%">
      <Loader aria-label={t('loading')} />
    </Center>
  )
}

async function leave(): Promise<void> {
  await signOut()
  startAnew()
}

/** Somebody else at the same screen must not go on with the first one's work. */
function startAnew(): void {
  window.location.assign('/admin/')
}
