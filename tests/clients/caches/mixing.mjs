// Looks for pages that a client mixes up: asks for them in many orders and compares what the client shows with the truth.
import { allPages, isRight, question } from './pages.mjs'

const SOME = 5

/**
 * For each module and seed in `question.orders`: `adapted(client)` of the module's `newClient()` has `query`, `readBack`
 * (from the cache alone) and `watch(page, show)`, each of a page, the first two answering its data. Prints {pages,
 * readBack, problems, warnings}: of the first order in which something went wrong, and what was said on the console.
 */
export async function lookForMixtures(adapted) {
  const pages = await allPages()
  const found = { pages: pages.length, readBack: 0, problems: [], warnings: [] }
  for (const { module, seed } of question.orders) {
    for (const level of ['warn', 'error']) console[level] = (...words) => found.warnings.push({ module, words })
    const next = random(seed)
    const { newClient } = await import(module)
    await askAll(shuffled(pages, next), adapted(newClient()), next, found)
    if (found.problems.length) break
  }
  console.log(JSON.stringify(found))
}

async function askAll(pages, client, next, found) {
  const tell = (what, page) => found.problems.push({ what, page: page.name, ...page.variables })
  const readBack = (page) => {
    found.readBack += 1
    if (!isRight(client.readBack(page), page)) tell('read back', page)
  }
  for (const [place, page] of pages.entries()) {
    if (!isRight(await client.query(page), page)) tell('answered', page)
    client.watch(page, (data) => isRight(data, page) || tell('mounted', page))
    for (let times = 0; times < SOME; times += 1) readBack(pages[Math.floor(next() * (place + 1))])
  }
  pages.forEach(readBack)
}

function shuffled(pages, next) {
  return pages.map((page) => [next(), page]).sort(([one], [other]) => one - other).map(([, page]) => page)
}

/** Mulberry32. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
