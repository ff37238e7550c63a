import { ModalsProvider } from '@mantine/modals'
import { Outlet } from 'react-router'
import { SessionProvider } from './SessionProvider'

/** Around every screen for which one has to be signed in. */
export function Inside() {
  return (
    <SessionProvider>
      <ModalsProvider>
        <Outlet />
      </ModalsProvider>
    </SessionProvider>
  )
}
