import { lazy, Suspense, useState } from 'react'
import { AccountButton } from './AccountButton'

const load = () => import('./AccountDropdown')
const AccountDropdown = lazy(async () => ({ default: (await load()).AccountDropdown }))

/** The menu of one's account, which is loaded when somebody reaches for it. */
export function AccountMenu() {
  const [isAsked, setAsked] = useState(false)
  const ready = () => void load()
  const button = <AccountButton onPointerEnter={ready} onFocus={ready} onClick={() => setAsked(true)} />
  return isAsked ? (
    <Suspense fallback={button}>
      <AccountDropdown />
    </Suspense>
  ) : (
    button
  )
}
