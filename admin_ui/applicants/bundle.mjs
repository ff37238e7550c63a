// What the applicants' form needs of npm, written to where the CMS serves the form's scripts from: it works where the
// admin interface is not built. With --check nothing is written: fails where the file is not what would be written.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const target = here('../../cms/applications/pages/assets/sha256.js')

const [{ output }] = await build({
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  build: {
    write: false,
    target: 'es2022',
    lib: { entry: here('sha256.js'), formats: ['es'] },
    rolldownOptions: { output: { minify: true } },
  },
})
const text = `// Made from @noble/hashes (MIT, Paul Miller) by \`make ui\`, see admin_ui/applicants/.\n${output[0].code}`

if (!process.argv.includes('--check')) {
  writeFileSync(target, text)
} else if (readFileSync(target, 'utf8') !== text) {
  console.error(`${target} is not what admin_ui/applicants/ makes: run \`make ui\`.`)
  process.exitCode = 1
}
