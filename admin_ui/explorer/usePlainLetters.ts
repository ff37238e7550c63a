import { pick, useGraphiQL } from '@graphiql/react'
import { useEffect } from 'react'

/** The editor would put a box around each dash and each letter of Bulgarian that looks like one of English. */
export function usePlainLetters(): void {
  const editors = useGraphiQL(pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'))
  useEffect(() => {
    for (const editor of Object.values(editors))
      editor?.updateOptions({ unicodeHighlight: { ambiguousCharacters: false } })
  }, [editors])
}
