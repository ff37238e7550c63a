import { authExchange } from '@urql/exchange-auth'
import { retryExchange } from '@urql/exchange-retry'
import { Client, type CombinedError, cacheExchange, fetchExchange } from 'urql'
import { signedInAgain } from './signedInAgain'

const isSignedOut = (error: CombinedError) => error.response?.status === 401

/** Requests wait while the person signs in again; reads are repeated by themselves while the server is away. */
export const client = new Client({
  url: '/management/graphql',
  preferGetMethod: false,
  exchanges: [
    cacheExchange,
    authExchange(async () => ({
      addAuthToOperation: (operation) => operation,
      didAuthError: isSignedOut,
      refreshAuth: signedInAgain,
    })),
    retryExchange({
      initialDelayMs: 800,
      maxDelayMs: 8000,
      maxNumberAttempts: 3,
      retryIf: (error, operation) =>
        operation.kind === 'query' && error.networkError !== undefined && !isSignedOut(error),
    }),
    fetchExchange,
  ],
})
