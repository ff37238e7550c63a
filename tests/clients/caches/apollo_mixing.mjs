import { lookForMixtures } from './mixing.mjs'

await lookForMixtures((client) => {
  const asked = ({ document, variables }) => ({ query: document, variables })
  return {
    query: async (page) => (await client.query(asked(page))).data,
    readBack: (page) => client.readQuery(asked(page)),
    watch: (page, show) => client.watchQuery(asked(page)).subscribe(({ data }) => show(data)),
  }
})
