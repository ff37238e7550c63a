import { lazy, Suspense } from 'react'
import { Outlet } from 'react-router'
import { SessionProvider } from './SessionProvider'

const Dialogs = lazy(async () => ({ default: (await import('@mantine/modals')).ModalsProvider }))

/** Around every screen for which one has to be signed in; questions asked by `modals` appear beside it. */
export function Inside() {
  return (
    <SessionProvider>
      <Outlet />
      <Suspense>
        <Dialogs />
      </Suspense>
    </SessionProvider>
  )
}
