import { createBrowserRouter } from 'react-router'
import { Broken } from './shell/Broken'
import { Layout } from './shell/Layout'

/** Every screen is loaded when it is first opened. */
export const router = createBrowserRouter(
  [
    {
      element: <Layout />,
      errorElement: <Broken />,
      children: [
        { index: true, lazy: async () => ({ Component: (await import('./home/Home')).Home }) },
        { path: 'files', lazy: async () => ({ Component: (await import('./files/Library')).Library }) },
        { path: 'content/:type', lazy: async () => ({ Component: (await import('./lists/ItemList')).ItemList }) },
        {
          path: 'content/:type/:id',
          lazy: async () => ({ Component: (await import('./editor/ItemEditor')).ItemEditor }),
        },
        { path: '*', lazy: async () => ({ Component: (await import('./shell/NotThere')).NotThere }) },
      ],
    },
  ],
  { basename: '/admin' },
)
