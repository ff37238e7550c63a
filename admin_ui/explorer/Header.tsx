import { pick, useGraphiQL } from '@graphiql/react'
import { CopyLink } from './CopyLink'
import { type Example, SCHEMA } from './cms'
import { ExampleMenu } from './ExampleMenu'
import type { Content } from './link'
import { language, texts } from './texts'
import { useOpenContent } from './useOpenContent'
import { usePlainLetters } from './usePlainLetters'

/** What is ours, above GraphiQL: its heading, queries of real pages, the link to what is in the editors. */
export function Header({ examples }: { examples: readonly Example[] }) {
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'))
  const open = useOpenContent(examples)
  usePlainLetters()
  const isReady = queryEditor !== undefined && variableEditor !== undefined
  const content = (): Content => ({
    query: queryEditor?.getValue() ?? '',
    variables: variableEditor?.getValue() ?? '',
  })
  return (
    <header className="graphiql-container explorer-header" lang={language}>
      <h1 lang="en">{document.title}</h1>
      {examples.length > 0 && <ExampleMenu examples={examples} disabled={!isReady} onChoose={open} />}
      <CopyLink content={content} />
      <a href={SCHEMA}>{texts.schema}</a>
    </header>
  )
}
