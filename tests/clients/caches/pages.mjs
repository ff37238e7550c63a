// The pages that are asked for in all places of a question, and what a plain request says of each.
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { parse, print, separateOperations } from 'graphql'

export const question = JSON.parse(readFileSync(process.argv[2], 'utf8'))

const recorded = new Map()
const ask = globalThis.fetch

/** Asks the server once for the same: pages are asked for in many orders. */
globalThis.fetch = async (url, options) => {
  const key = `${options?.method} ${url} ${options?.body}`
  if (!recorded.has(key)) recorded.set(key, received(url, options))
  const { status, headers, text } = await recorded.get(key)
  return new Response(text, { status, headers })
}

async function received(url, options) {
  const answer = await ask(url, options)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** [{name, document, variables, truth}] */
export async function allPages() {
  const documents = Object.entries(separateOperations(parse(question.documents)))
  const pages = documents.flatMap(([name, document]) => question.places.map((variables) => ({ name, document, variables })))
  return Promise.all(pages.map(async (page) => ({ ...page, truth: await plainly(page) })))
}

/** The data that a plain request gets. */
export async function plainly({ document, variables }) {
  const body = JSON.stringify({ query: print(document), variables })
  const headers = { 'content-type': 'application/json' }
  const answer = await (await fetch(question.endpoint, { method: 'POST', headers, body })).json()
  if (answer.errors) throw new Error(JSON.stringify(answer.errors))
  return withoutNames(answer.data)
}

const right = new WeakMap()

/** Whether a client's data of a page are what was really answered; clients add `__typename`. */
export function isRight(data, page) {
  if (data && right.get(data) === page) return true // clients answer with the same object while nothing changed
  const found = isDeepStrictEqual(withoutNames(data), page.truth)
  if (found) right.set(data, page)
  return found
}

function withoutNames(value) {
  if (Array.isArray(value)) return value.map(withoutNames)
  if (value === null || typeof value !== 'object') return value ?? null
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => name !== '__typename').map(([name, inner]) => [name, withoutNames(inner)]),
  )
}
