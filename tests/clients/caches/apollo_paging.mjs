import { newClient } from './client.mjs'
import { asked, beside, makeLonger } from './paging.mjs'

const client = newClient()

/** What a mounted list shows next. */
function shown(list) {
  return new Promise((found) => {
    const watching = list.query.subscribe(({ data, loading }) => {
      if (loading || data.site.editions === list.shown) return
      found(data.site.editions)
      setTimeout(() => watching.unsubscribe())
    })
  })
}

await makeLonger({
  begin: (list) => {
    list.query = client.watchQuery({ query: asked, variables: list.variables })
    list.query.subscribe(() => {})
    return shown(list)
  },
  more: async (list) => {
    const next = shown(list)
    await list.query.fetchMore({ variables: beside(list.shown) })
    return next
  },
})
