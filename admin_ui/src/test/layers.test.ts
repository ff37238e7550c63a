import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { LAYERS } from '../../layers'

const SRC = join(import.meta.dirname, '..')
const rowOf = new Map(LAYERS.flatMap((row, place) => row.map((folder) => [folder as string, place] as const)))
/** What "./" and "../" lead to outside of src/, such as tables that the server reads too. */
const OUTSIDE = '..'

/** {path below src/: text} of all that is written by hand and goes into the browser. */
function sources(): Record<string, string> {
  const paths = globSync('**/*.{ts,tsx}', { cwd: SRC }).map((path) => path.replaceAll('\\', '/'))
  const wanted = paths.filter((path) => !/\/gql\/|\.test\.|^test\//.test(path))
  return Object.fromEntries(wanted.map((path) => [path, readFileSync(join(SRC, path), 'utf-8')]))
}

/** What a file imports from beside it: of types too, at once or on demand. */
function imported(path: string, text: string): string[] {
  const { module } = parseSync(path, text)
  const { staticImports, staticExports, dynamicImports } = module
  const named = [...staticImports, ...staticExports.flatMap((one) => one.entries)].map(
    (one) => one.moduleRequest?.value,
  )
  const asked = dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start + 1, end - 1))
  const near = [...named, ...asked].filter((one) => one?.startsWith('.')) as string[]
  return near.map((one) => posix.normalize(posix.join(posix.dirname(path), one)))
}

const folderOf = (path: string) => path.split('/')[0] ?? path

/** "words/order.ts → i18n" for each import that does not lead downwards. */
function upward(files: Record<string, string>): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    const own = folderOf(path)
    const others = imported(path, text)
      .map(folderOf)
      .filter((one) => one !== own && one !== OUTSIDE)
    return others.filter((one) => row(one) >= row(own)).map((one) => `${path} → ${one}`)
  })
}

function row(folder: string): number {
  const found = rowOf.get(folder)
  if (found === undefined) throw new Error(`Give ${folder}/ its place in layers.ts.`)
  return found
}

test('every folder imports downwards only', () => {
  expect(upward(sources())).toEqual([])
})

test('every folder of the list is there', () => {
  const there = new Set(Object.keys(sources()).map(folderOf))
  expect([...rowOf.keys()].filter((folder) => !there.has(folder))).toEqual([])
})

test.each([
  ['at once', "import { NewsItem } from '../item/ItemEditor'"],
  ['its types', "import type { Publishing } from '../publishing/usePublishing'"],
  ['on demand', "const load = () => import('../item/ItemEditor')"],
  ['to hand it on', "export { Edited } from '../editing/EditedContext'"],
])('a form that imports from above %s is found', (_how, text) => {
  expect(upward({ 'form/FieldView.tsx': text })).toHaveLength(1)
})

test('what stands in one row does not import its neighbour', () => {
  expect(upward({ 'menus/tree.ts': "import { useFiles } from '../files/useFiles'" })).toEqual(['menus/tree.ts → files'])
})
