import { createBrowserRouter } from 'react-router'
import { Inside } from '../session/Inside'
import { Broken } from './shell/Broken'
import { Layout } from './shell/Layout'
import { withTexts } from './texts/withTexts'

/** Every screen is loaded when it is first opened. */
export const router = createBrowserRouter(
  withTexts([
    {
      path: 'set-password',
      lazy: async () => ({ Component: (await import('../session/SetPasswordPage')).SetPasswordPage }),
    },
    {
      path: 'signed-in',
      lazy: async () => ({ Component: (await import('../session/SignedInPage')).SignedInPage }),
    },
    {
      element: <Inside />,
      hydrateFallbackElement: <></>,
      children: [
        {
          element: <Layout />,
          errorElement: <Broken />,
          children: [
            { index: true, lazy: async () => ({ Component: (await import('../home/Home')).Home }) },
            { path: 'files', lazy: async () => ({ Component: (await import('../files/Library')).Library }) },
            { path: 'account/:part?', lazy: async () => ({ Component: (await import('../account/Account')).Account }) },
            { path: 'people', lazy: async () => ({ Component: (await import('../people/People')).People }) },
            { path: 'people/new', lazy: async () => ({ Component: (await import('../people/Invite')).Invite }) },
            { path: 'people/:id', lazy: async () => ({ Component: (await import('../people/OnePerson')).OnePerson }) },
            {
              path: 'redirects',
              lazy: async () => ({ Component: (await import('../redirects/Redirects')).Redirects }),
            },
            { path: 'audit', lazy: async () => ({ Component: (await import('../audit/AuditTrail')).AuditTrail }) },
            { path: 'recycle-bin', lazy: async () => ({ Component: (await import('../bin/RecycleBin')).RecycleBin }) },
            { path: 'webhooks', lazy: async () => ({ Component: (await import('../webhooks/Webhooks')).Webhooks }) },
            {
              path: 'webhooks/new',
              lazy: async () => ({ Component: (await import('../webhooks/NewWebhook')).NewWebhook }),
            },
            {
              path: 'webhooks/:id',
              lazy: async () => ({ Component: (await import('../webhooks/OneWebhook')).OneWebhook }),
            },
            { path: 'outbox', lazy: async () => ({ Component: (await import('../outbox/Outbox')).Outbox }) },
            { path: 'mails', lazy: async () => ({ Component: (await import('../mails/Mails')).Mails }) },
            { path: 'releases', lazy: async () => ({ Component: (await import('../releases/Releases')).Releases }) },
            {
              path: 'releases/:id',
              lazy: async () => ({ Component: (await import('../releases/OneRelease')).OneRelease }),
            },
            {
              path: 'transfers',
              lazy: async () => ({ Component: (await import('../transfers/Transfers')).Transfers }),
            },
            {
              path: 'applications',
              lazy: async () => ({ Component: (await import('../applications/Applications')).Applications }),
            },
            {
              path: 'applications/compare',
              lazy: async () => ({ Component: (await import('../applications/Compare')).Compare }),
            },
            {
              path: 'applications/:id',
              lazy: async () => ({ Component: (await import('../applications/OneApplication')).OneApplication }),
            },
            { path: 'ranking', lazy: async () => ({ Component: (await import('../applications/Ranking')).Ranking }) },
            {
              path: 'content/:type',
              lazy: async () => ({ Component: (await import('./screens/ListScreen')).ListScreen }),
            },
            {
              path: 'content/:type/:id',
              lazy: async () => ({ Component: (await import('./screens/ItemScreen')).ItemScreen }),
            },
            {
              path: 'preview',
              lazy: async () => ({ Component: (await import('../preview/PreviewScreen')).PreviewScreen }),
            },
            { path: '*', lazy: async () => ({ Component: (await import('../ui/NotThere')).NotThere }) },
          ],
        },
      ],
    },
  ]),
  { basename: '/admin' },
)
