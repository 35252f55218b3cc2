import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useSession } from '../editor/session-context.tsx'

/** The citation style of the brief: those that come with the program, and the library's own. */
export function StyleChooser({ style }: { readonly style: string }) {
  const session = useSession()
  const styles =
    valueOf(useLive('citation styles', ['citation_style'], (core) => core.citations.styles({}))) ?? []
  return (
    <label className="style-chooser">
      <span className="vh">{t.citing.style}</span>
      <select value={style} onChange={(event) => session.citationStyle.set(event.target.value)}>
        {styles.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}
