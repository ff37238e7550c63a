import { DOC_EXPLORER_PLUGIN, DocExplorerStore } from '@graphiql/plugin-doc-explorer'
import { HISTORY_PLUGIN, HistoryStore } from '@graphiql/plugin-history'
import { GraphiQLProvider } from '@graphiql/react'
import { GraphiQLInterface } from 'graphiql'
import { contentOf, ENDPOINT, type Example, send } from './cms'
import { Header } from './Header'
import { type Content, fromHash } from './link'
import { storageOf } from './storage'
import { texts } from './texts'

const storage = storageOf(ENDPOINT)
const PLUGINS = [DOC_EXPLORER_PLUGIN, HISTORY_PLUGIN]

/** GraphiQL, put together as its own component does, with our header above it. */
export function Explorer({ examples }: { examples: readonly Example[] }) {
  const start = startContent(examples)
  return (
    <GraphiQLProvider
      fetcher={send}
      storage={storage}
      plugins={PLUGINS}
      referencePlugin={DOC_EXPLORER_PLUGIN}
      defaultQuery={`# ${texts.welcome}\n`}
      initialQuery={start?.query}
      initialVariables={start?.variables}
    >
      <HistoryStore>
        <DocExplorerStore>
          <Header examples={examples} />
          <main>
            <GraphiQLInterface defaultEditorToolsVisibility="variables" />
          </main>
        </DocExplorerStore>
      </HistoryStore>
    </GraphiQLProvider>
  )
}

/** A link's, else what was there last (undefined), else what a newcomer tries first. */
function startContent(examples: readonly Example[]): Content | undefined {
  const [first] = examples
  return fromHash(window.location.hash) ?? (first && storage.length === 0 ? contentOf(first) : undefined)
}
