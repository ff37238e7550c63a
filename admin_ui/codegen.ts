import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CodegenConfig } from '@graphql-codegen/cli'

// Each area has its own documents (*.graphql) and its own generated types, so that a screen loads only what it asks.
const areas = [...new Set(globSync('src/**/*.graphql').map(dirname))].sort()

const config: CodegenConfig = {
  schema: '../schema/management.graphql',
  generates: Object.fromEntries(
    areas.map((area) => [
      `${area}/gql/`,
      {
        preset: 'client',
        documents: `${area}/*.graphql`,
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
