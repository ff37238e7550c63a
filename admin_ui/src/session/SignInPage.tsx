import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, Way } from './api'
import { Doorway } from './Doorway'
import { ForgottenPassword } from './ForgottenPassword'
import { OtherWays } from './OtherWays'
import { SignInForm } from './SignInForm'

export function SignInPage({ ways, onDone }: { ways: Way[]; onDone: (person: Person) => void }) {
  const { t } = useTranslation('session')
  const [isForgotten, setForgotten] = useState(false)
  const { pathname, search } = window.location
  if (isForgotten) {
    return (
      <Doorway title={t('forgotten')}>
        <ForgottenPassword onBack={() => setForgotten(false)} />
      </Doorway>
    )
  }
  return (
    <Doorway title={t('signIn')} hint={t('welcome')}>
      <SignInForm onDone={onDone} onForgotten={() => setForgotten(true)} />
      <OtherWays ways={ways} next={pathname + search} />
    </Doorway>
  )
}
