import { type DocumentNode, Kind, parse } from 'graphql'

interface Asked {
  query: string
  operationName?: string | null
}

/** GraphiQL learns what an operation is called a moment after its text was chosen. Whoever runs it at once would ask for
 * one that the text no longer has: then no name is sent. */
export function withOwnOperation<T extends Asked>(request: T): T {
  const { operationName, query } = request
  if (!operationName) return request
  const names = operationNames(query)
  return names && !names.includes(operationName) ? { ...request, operationName: undefined } : request
}

/** Undefined where the text is no GraphQL: the server says what is wrong with it. */
function operationNames(query: string): string[] | undefined {
  const document = parsed(query)
  return document?.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION && one.name ? [one.name.value] : [],
  )
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query)
  } catch {
    return undefined
  }
}
