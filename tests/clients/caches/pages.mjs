// The pages that are asked for in all places of a question, and what the server says of each.
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { Kind, parse, print, separateOperations, visit } from 'graphql'

export const question = JSON.parse(readFileSync(process.argv[2], 'utf8'))

const answered = new Map()
const ask = globalThis.fetch

/** The server is asked once for a page; clients get that answer as often and in whatever order they ask. */
globalThis.fetch = async (url, options) => {
  const { operationName, variables } = JSON.parse(options.body ?? null) ?? parametersOf(url)
  const text = answered.get(keyOf(operationName, variables))
  return text ? new Response(text, { headers: { 'content-type': 'application/json' } }) : ask(url, options)
}

function parametersOf(url) {
  const { operationName, variables } = Object.fromEntries(new URL(url).searchParams)
  return { operationName, variables: JSON.parse(variables) }
}

function keyOf(name, variables) {
  return JSON.stringify([name, Object.entries(variables).sort()])
}

/** [{name, document, variables, truth}]. `$id` is the id that the edition has in the place. */
export async function allPages() {
  const { ById, ...bySite } = separateOperations(parse(question.documents))
  const pages = await pagesOf(bySite, question.places)
  if (!ById) return pages
  const editions = pages.filter(({ name }) => name === 'EditionHead')
  const places = editions.map(({ variables: { preview }, truth }) => ({ id: truth.site.edition.id, preview }))
  return [...pages, ...(await pagesOf({ ById }, places))]
}

function pagesOf(documents, places) {
  const pages = Object.entries(documents).flatMap(([name, document]) =>
    places.map((variables) => ({ name, document, variables })),
  )
  return Promise.all(pages.map(async (page) => ({ ...page, truth: await remembered(page) })))
}

async function remembered({ name, document, variables }) {
  const text = await answerTo(withNames(document), variables)
  answered.set(keyOf(name, variables), text)
  return dataOf(text)
}

/** As clients ask it: with the type of every object. */
function withNames(document) {
  const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }
  const SelectionSet = (node) => ({ ...node, selections: [...node.selections, typename] })
  return visit(document, { SelectionSet })
}

/** The data that a plain request gets. */
export async function plainly({ document, variables }) {
  return dataOf(await answerTo(document, variables))
}

async function answerTo(document, variables) {
  const body = JSON.stringify({ query: print(document), variables })
  const headers = { 'content-type': 'application/json' }
  return (await ask(question.endpoint, { method: 'POST', headers, body })).text()
}

function dataOf(text) {
  const { data, errors } = JSON.parse(text)
  if (errors) throw new Error(text)
  return withoutNames(data)
}

const right = new WeakMap()

/** Whether a client's data of a page are what was really answered. */
export function isRight(data, page) {
  if (data && right.get(data) === page) return true // clients answer with the same object while nothing changed
  const found = isDeepStrictEqual(withoutNames(data), page.truth)
  if (found) right.set(data, page)
  return found
}

function withoutNames(value) {
  if (Array.isArray(value)) return value.map(withoutNames)
  if (value === null || typeof value !== 'object') return value ?? null
  const fields = Object.entries(value).filter(([name]) => name !== '__typename')
  return Object.fromEntries(fields.map(([name, inner]) => [name, withoutNames(inner)]))
}
