import '@fontsource-variable/inter'
import '@mantine/core/styles.css'
import './ui/ui.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { startLanguage } from './i18n'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
await startLanguage()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
