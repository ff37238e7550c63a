import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import '../ui/ui.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startLanguage } from '../i18n'
import { App } from './App'
import { TEXTS } from './texts'
import { withContentTypes } from './texts/withContentTypes'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
await startLanguage(withContentTypes(TEXTS))
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
