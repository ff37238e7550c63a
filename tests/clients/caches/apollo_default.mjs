import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'
import { question } from './pages.mjs'

export function newClient() {
  return new ApolloClient({ link: new HttpLink({ uri: question.endpoint }), cache: new InMemoryCache() })
}
