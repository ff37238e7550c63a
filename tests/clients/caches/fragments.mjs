// What Apollo answers with a cache that knows the types behind interfaces, and with one that does not.
import * as knowing from './client.mjs'
import * as unknowing from './apollo_default.mjs'
import { allPages, isRight } from './pages.mjs'

const pages = await allPages()

async function right({ newClient }) {
  const found = []
  for (const page of pages) found.push(isRight((await newClient().query({ query: page.document, variables: page.variables })).data, page))
  return found
}

console.log(JSON.stringify({ knowing: await right(knowing), unknowing: await right(unknowing) }))
