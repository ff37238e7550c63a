// Renders the page for each place, presses its button until there is none, and prints the titles
// that it showed after each page.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { JSDOM } from 'jsdom'

const { module, places } = JSON.parse(readFileSync(process.argv[2]))
const { window } = new JSDOM('<main></main>')
Object.assign(globalThis, { window, document: window.document, IS_REACT_ACT_ENVIRONMENT: true })
const require = createRequire(`${process.cwd()}/built/`)
const { act, createElement, Suspense } = require('react')
const { createRoot } = require('react-dom/client')
const { RelayEnvironmentProvider } = require('react-relay')
const { newEnvironment } = require('./environment.js')
const { [`${module}Page`]: Page } = require(`./${module}.js`)

const main = window.document.querySelector('main')
const titles = () => [...main.querySelectorAll('a')].map((link) => link.textContent)

async function moreThan(count) {
  for (const end = Date.now() + 60_000; titles().length <= count; ) {
    if (Date.now() > end) throw new Error(`There is no more than ${titles()}: ${main.innerHTML}`)
    await act(() => new Promise((done) => setTimeout(done, 5)))
  }
  return titles()
}

async function pagesOf(variables) {
  const root = createRoot(main)
  const page = createElement(Suspense, null, createElement(Page, variables))
  const environment = newEnvironment(variables.preview)
  await act(async () => root.render(createElement(RelayEnvironmentProvider, { environment }, page)))
  const shown = [await moreThan(0)]
  for (let more; (more = main.querySelector('button')); ) {
    await act(async () => more.click())
    shown.push(await moreThan(shown.at(-1).length))
  }
  await act(async () => root.unmount())
  return shown
}

const pages = []
for (const variables of places) pages.push(await pagesOf(variables))
console.log(JSON.stringify(pages))
process.exit() // what Relay keeps for a while would keep the process
