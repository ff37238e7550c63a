// Asks for each place in one store, in one order and in the other, and so each before and after each other one. Prints
// the places of which the store then reads something else than was answered, and the paths where it does.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { endpoint, places } = JSON.parse(readFileSync(process.argv[2]))
const require = createRequire(`${process.cwd()}/built/`)
const { createOperationDescriptor, Environment, fetchQuery, Network, RecordSource, Store } = require('relay-runtime')
const query = require('./__generated__/EverythingQuery.graphql').default

/** Paths in what was read whose values were not answered. */
function* differences(read, answered, path = '') {
  if (read === null || typeof read !== 'object') {
    if (read !== answered) yield path
  } else if (Array.isArray(read) && read.length !== answered?.length) {
    yield path
  } else {
    for (const [name, value] of Object.entries(read)) yield* differences(value, answered?.[name], `${path}.${name}`)
  }
}

const answers = new Map()

/** Asked once: what the store makes of it does not depend on when it was sent. */
async function answerTo(text, variables) {
  const key = JSON.stringify(variables)
  if (!answers.has(key)) {
    const body = JSON.stringify({ query: text, variables })
    const headers = { 'content-type': 'application/json' }
    answers.set(key, await (await fetch(endpoint, { method: 'POST', headers, body })).json())
  }
  return answers.get(key)
}

async function differencesWhenAsked(ordered) {
  const network = Network.create(({ text }, variables) => answerTo(text, variables))
  const environment = new Environment({ store: new Store(new RecordSource()), network })
  for (const variables of ordered) {
    await fetchQuery(environment, query, variables).toPromise()
    environment.retain(createOperationDescriptor(query, variables))
  }
  return ordered.flatMap((variables) => {
    const { data, isMissingData } = environment.lookup(createOperationDescriptor(query, variables).fragment)
    const paths = [...differences(data, answers.get(JSON.stringify(variables)).data)]
    return paths.length || isMissingData ? [{ variables, isMissingData, paths }] : []
  })
}

const wrong = [...(await differencesWhenAsked(places)), ...(await differencesWhenAsked(places.toReversed()))]
console.log(JSON.stringify(wrong))
process.exit() // what Relay keeps for a while would keep the process
