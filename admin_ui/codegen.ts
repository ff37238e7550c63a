import { readdirSync } from 'node:fs'
import type { CodegenConfig } from '@graphql-codegen/cli'

// Each area has its own documents (*.graphql) and its own generated types, so that a screen loads only what it asks.
const areas = readdirSync('src', { withFileTypes: true })
  .filter((one) => one.isDirectory() && readdirSync(`src/${one.name}`).some((name) => name.endsWith('.graphql')))
  .map((one) => one.name)

const config: CodegenConfig = {
  schema: '../schema/management.graphql',
  generates: Object.fromEntries(
    areas.map((area) => [
      `src/${area}/gql/`,
      {
        preset: 'client',
        documents: `src/${area}/*.graphql`,
        presetConfig: { fragmentMasking: false },
        config: {
          useTypeImports: true,
          enumsAsTypes: true,
          scalars: { JSON: 'unknown', Locale: 'string', DateTime: 'string', ID: 'string' },
        },
      },
    ]),
  ),
}

export default config
