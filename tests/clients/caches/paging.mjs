// Makes lists of all places longer, page by page and in turn, onwards from their beginning or back from their end, and
// compares what is shown with the whole list.
import { parse, separateOperations } from 'graphql'
import { isDeepStrictEqual } from 'node:util'
import { plainly, question } from './pages.mjs'

const documents = separateOperations(parse(question.documents))

/** The query for one page. */
export const asked = documents[question.operation]

/** The variable that asks for the page beside those that are shown. */
export function beside({ pageInfo }) {
  return question.operation === 'Back' ? { before: pageInfo.startCursor } : { after: pageInfo.endCursor }
}

/**
 * `begin(list)` shows the first page, `more(list)` the one beside it too; both answer the connection as the client shows
 * it. Prints, for each place, how many items were shown after each page, and whether these were the right ones in the end.
 */
export async function makeLonger({ begin, more }) {
  const lists = question.places.map((variables) => ({ variables, lengths: [] }))
  for (const list of lists) show(list, await begin(list))
  while (lists.some(hasMore)) for (const list of lists.filter(hasMore)) show(list, await more(list))
  console.log(JSON.stringify(await Promise.all(lists.map(judged))))
}

function show(list, shown) {
  list.shown = shown
  list.lengths.push(shown.edges.length)
}

function hasMore({ shown, lengths }) {
  const { hasNextPage, hasPreviousPage } = shown.pageInfo
  return (hasNextPage || hasPreviousPage) && lengths.length < 10
}

async function judged({ variables, lengths, shown }) {
  const { site } = await plainly({ document: documents.Whole, variables })
  return { lengths, isRight: isDeepStrictEqual(titles(shown), titles(site.all)) }
}

function titles({ edges }) {
  return edges.map(({ node }) => node.title)
}
