import { newClient } from './client.mjs'
import { asked, beside, makeLonger } from './paging.mjs'

const client = newClient()

async function page({ variables, shown }) {
  const place = shown ? beside(shown) : {}
  return (await client.query(asked, { ...variables, ...place })).data.site.editions
}

await makeLonger({ begin: page, more: page })
