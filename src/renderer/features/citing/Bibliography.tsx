import { t } from '../../app/strings/catalogue.ts'
import { Runs } from '../editor/Runs.tsx'
import { useSession } from '../editor/session-context.tsx'
import { useStore } from '../editor/store.ts'
import { StyleChooser } from './StyleChooser.tsx'
import './citing.css'

/** Under the brief: all that it cites and quotes, as its style sets it. It follows the text by itself. */
export function Bibliography() {
  const { citing } = useSession()
  const { rendered } = useStore(citing.cites)
  if (rendered === null || rendered.citations.length + rendered.bibliography.length === 0) return null
  return (
    <section className="bibliography" aria-label={t.citing.bibliography}>
      <header>
        <h2>{t.citing.bibliography}</h2>
        <span className="grow" />
        <StyleChooser style={rendered.style.id} />
      </header>
      {rendered.unknownStyle !== null && (
        <p className="dim">{t.citing.unknownStyle(rendered.unknownStyle)}</p>
      )}
      {rendered.bibliography.length === 0 && <p className="dim">{t.citing.noneListed}</p>}
      <ul>
        {rendered.bibliography.map(({ source, margin, runs }) => (
          <li key={source} dir="auto">
            {margin.length > 0 && (
              <>
                <Runs runs={margin} />{' '}
              </>
            )}
            <Runs runs={runs} />
          </li>
        ))}
      </ul>
      <p className="notice dim">{t.citing.notice}</p>
    </section>
  )
}
