import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { RouterProvider } from 'react-router/dom'
import { Provider as GraphQLProvider } from 'urql'
import { client } from './api/client'
import { router } from './routes'
import { cssVariables, theme } from './ui/theme'

/** Everything around the screens: look, data, addresses. */
export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="bottom-right" limit={3} />
      <GraphQLProvider value={client}>
        <RouterProvider router={router} />
      </GraphQLProvider>
    </MantineProvider>
  )
}
