// Makes JavaScript that Node runs of src/, as the bundler of a site would: TypeScript, JSX and the queries of Relay.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import babel from '@babel/core'
import ts from 'typescript'

const { ESNext, CommonJS } = ts.ModuleKind
const options = { target: ts.ScriptTarget.ES2024, jsx: ts.JsxEmit.ReactJSX, esModuleInterop: true }
const transpiled = (text, module, fileName) =>
  ts.transpileModule(text, { fileName, compilerOptions: { ...options, module } }).outputText

for (const name of readdirSync('src', { recursive: true }).filter((each) => /\.tsx?$/.test(each))) {
  const plain = transpiled(readFileSync(`src/${name}`, 'utf8'), ESNext, name)
  const plugins = [['babel-plugin-relay', { eagerEsModules: true }]]
  const { code } = babel.transformSync(plain, { plugins, filename: `src/${name}`, configFile: false, babelrc: false })
  const target = `built/${name.replace(/\.tsx?$/, '.js')}`
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, transpiled(code, CommonJS, name))
}
writeFileSync('built/package.json', '{"type": "commonjs"}')
