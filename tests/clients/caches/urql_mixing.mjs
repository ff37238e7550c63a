import { lookForMixtures } from './mixing.mjs'

await lookForMixtures((client) => {
  return {
    query: async ({ document, variables }) => (await client.query(document, variables)).data,
    readBack: ({ document, variables }) => client.readQuery(document, variables)?.data,
    watch: ({ document, variables }, show) => client.query(document, variables).subscribe(({ data }) => show(data)),
  }
})
