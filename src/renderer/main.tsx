import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/tokens.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import '@fontsource-variable/source-serif-4/opsz-italic.css'
import './ui/page.css'
import './ui/panes.css'
import './ui/controls.css'
import './ui/colours.css'
import './ui/overlays.css'
import { App } from './app/App.tsx'
import { portTransport } from './app/transport/port.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')
createRoot(root).render(
  <StrictMode>
    <App transport={portTransport(window)} />
  </StrictMode>,
)
