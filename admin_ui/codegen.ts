import { globSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CodegenConfig } from '@graphql-codegen/cli'

// Each area has its own documents (*.graphql) and its own generated types, so that a screen loads only what it asks.
const areas = [...new Set(globSync('src/**/*.graphql').map(dirname))].filter((area) => area !== 'src/api').sort()
/** What mutations of all areas ask for. */
const RESULT = 'src/api/result.graphql'

function documentsOf(area: string): string[] {
  const own = globSync(`${area}/*.graphql`)
  const asks = own.some((path) => readFileSync(path, 'utf8').includes('...Result'))
  return asks ? [...own, RESULT] : own
}

const config: CodegenConfig = {
  schema: '../schema/management.graphql',
  generates: Object.fromEntries(
    areas.map((area) => [
      `${area}/gql/graphql.ts`,
      {
        documents: documentsOf(area),
        plugins: ['typescript-operations', 'typed-document-node'],
        config: {
          useTypeImports: true,
          enumsAsTypes: true,
          mergeFragmentTypes: true,
          // What the schema says of its inputs stands in schema/management.graphql alone.
          disableDescriptions: true,
          scalars: { JSON: 'unknown', Locale: 'string', DateTime: 'string', ID: 'string' },
        },
      },
    ]),
  ),
}

export default config
