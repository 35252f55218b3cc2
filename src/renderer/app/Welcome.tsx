import { Mark } from '../ui/Mark.tsx'
import './welcome.css'

/** What the window shows until the library's own views are there. */
export function Welcome() {
  return (
    <main className="welcome">
      <Mark />
      <h1>Verbatim</h1>
      <p className="promise">The research notebook whose quotes cannot drift from their sources.</p>
    </main>
  )
}
