import './workers'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import './explorer.css'
import { createRoot } from 'react-dom/client'
import { fetchExamples } from './cms'
import { Explorer } from './Explorer'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
createRoot(root).render(<Explorer examples={await fetchExamples().catch(() => [])} />)
