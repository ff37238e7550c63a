import { useState } from 'react'
import { type Challenge, isChallenge, type Person, Refused } from './api'
import { CodeStep } from './CodeStep'
import { PasswordStep } from './PasswordStep'

type Props = {
  /** Whose session ended: nobody else goes on in place. */
  email?: string
  /** The password was right already. */
  begun?: Challenge
  onDone: (person: Person) => void
  onForgotten?: () => void
}

/** E-mail and password, and a code where the account asks for one. */
export function SignInForm({ email, begun, onDone, onForgotten }: Props) {
  const [challenge, setChallenge] = useState(begun)
  const [isOver, setOver] = useState(false)

  function next(answer: Person | Challenge) {
    setOver(false)
    if (isChallenge(answer)) setChallenge(answer)
    else onDone(answer)
  }

  function back(why: 'over' | 'wanted') {
    setChallenge(undefined)
    setOver(why === 'over')
  }

  if (challenge) return <CodeStep challenge={challenge} onDone={onDone} onBack={back} />
  const over = isOver ? new Refused('CHALLENGE_OVER', '') : undefined
  return <PasswordStep email={email} before={over} onDone={next} onForgotten={onForgotten} />
}
