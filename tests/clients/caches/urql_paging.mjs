import { newClient } from './client.mjs'
import { documents, makeLonger } from './paging.mjs'

const client = newClient()

async function page({ variables, shown }) {
  const after = shown?.pageInfo.endCursor
  return (await client.query(documents.Onwards, { ...variables, after })).data.site.editions
}

await makeLonger({ begin: page, more: page })
