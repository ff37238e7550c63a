import '@mantine/notifications/styles.css'
import { Notifications } from '@mantine/notifications'

/** What is told in passing. It is loaded after the screen; what is told before waits for it. */
export function Notices() {
  return <Notifications position="bottom-right" limit={3} />
}
