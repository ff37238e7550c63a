import type { GraphiQLProvider } from '@graphiql/react'
import { buildSchema, introspectionFromSchema } from 'graphql'
import type { ComponentProps } from 'react'
import type { Content } from './link'
import { withOwnOperation } from './operation'

/** A query of a real page, with variables that the demo content answers. */
export interface Example {
  name: string
  query: string
  variables: Record<string, unknown>
}

export function contentOf({ query, variables }: Example): Content {
  return { query, variables: Object.keys(variables).length ? JSON.stringify(variables, null, 2) : '' }
}

/** The page stands at the address that it sends queries to. */
export const ENDPOINT = window.location.pathname
export const SCHEMA = `${ENDPOINT}/schema.graphql`

export async function fetchExamples(): Promise<Example[]> {
  const response = await fetch(`${ENDPOINT}/examples`)
  return response.ok ? response.json() : []
}

export const send: ComponentProps<typeof GraphiQLProvider>['fetcher'] = async (request, options) => {
  if (request.operationName === 'IntrospectionQuery') return { data: await introspection() }
  const response = await fetch(ENDPOINT, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/graphql-response+json, application/json;q=0.9',
      ...options?.headers,
    },
    body: JSON.stringify(withOwnOperation(request)),
  })
  return response.json()
}

/** Made of the schema's text, which the browser keeps; an answer to the query would be computed for each opened page. */
async function introspection() {
  const response = await fetch(SCHEMA)
  if (!response.ok) throw new Error((await response.json()).errors[0].message)
  return introspectionFromSchema(buildSchema(await response.text()))
}
