import { Client, fetchExchange } from '@urql/core'
import { cacheExchange } from '@urql/exchange-graphcache'
import { question } from './pages.mjs'

export function newClient() {
  return new Client({ url: question.endpoint, exchanges: [cacheExchange(), fetchExchange] })
}
