import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Welcome } from './app/Welcome.tsx'
import './ui/tokens.css'
import './ui/page.css'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')
createRoot(root).render(
  <StrictMode>
    <Welcome />
  </StrictMode>,
)
