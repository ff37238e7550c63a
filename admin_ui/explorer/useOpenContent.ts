import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react'
import { useCallback, useEffect } from 'react'
import { contentOf, type Example } from './cms'
import { type Content, fromHash } from './link'

/** Puts content into the editors: in a new tab where the present one holds what somebody wrote. Links do so too. */
export function useOpenContent(examples: readonly Example[]): (content: Content) => void {
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'))
  const { addTab } = useGraphiQLActions()
  const open = useCallback(
    (content: Content) => {
      const present = queryEditor?.getValue().trim() ?? ''
      const isOurs = present === '' || examples.some((one) => contentOf(one).query.trim() === present)
      if (!isOurs) addTab()
      queryEditor?.setValue(content.query)
      variableEditor?.setValue(content.variables)
    },
    [queryEditor, variableEditor, addTab, examples],
  )
  useEffect(() => {
    const follow = () => {
      const content = fromHash(window.location.hash)
      if (content) open(content)
    }
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [open])
  return open
}
