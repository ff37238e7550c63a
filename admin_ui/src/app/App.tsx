import { MantineProvider } from '@mantine/core'
import { lazy, Suspense, useEffect } from 'react'
import { RouterProvider } from 'react-router/dom'
import { Provider as GraphQLProvider } from 'urql'
import { client } from '../api/client'
import { guideDialogs } from '../ui/dialogFocus'
import { cssVariables, theme } from '../ui/theme'
import { router } from './routes'

const Notices = lazy(async () => ({ default: (await import('../ui/Notices')).Notices }))

/** Everything around the screens: look, data, addresses. */
export function App() {
  useEffect(guideDialogs, [])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Suspense>
        <Notices />
      </Suspense>
      <GraphQLProvider value={client}>
        <RouterProvider router={router} />
      </GraphQLProvider>
    </MantineProvider>
  )
}
