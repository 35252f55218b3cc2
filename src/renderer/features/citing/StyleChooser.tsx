import { useEffect, useEffectEvent } from 'react'
import { useChangeCount } from '../../app/changes.tsx'
import { useLive, valueOf } from '../../app/live.ts'
import { t } from '../../app/strings/catalogue.ts'
import { useCapabilities } from '../../app/surroundings.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useSession } from '../editor/session-context.tsx'
import { useOwnStyles } from './useOwnStyles.ts'

const TABLES = ['citation_style']

/** The citation style of the brief: those that come with the program, and the library's own, which come and go here. */
export function StyleChooser({ style }: { readonly style: string }) {
  const session = useSession()
  const { shell } = useCapabilities()
  const { add, remove } = useOwnStyles(style)
  const styles = valueOf(useLive('citation styles', TABLES, (core) => core.citations.styles({}))) ?? []
  const set = useEffectEvent(() => session.citing.now())
  const changes = useChangeCount(TABLES)
  useEffect(() => {
    if (changes > 0) set()
  }, [changes])
  const own = styles.filter(({ added }) => added)
  const adding = [{ label: t.citing.addStyle, run: () => void add() }]
  const removing = own.map((each) => ({
    label: t.citing.removeStyle(each.title),
    run: () => void remove(each),
  }))
  const groups = [
    ...(shell === null ? [] : [{ heading: null, entries: adding }]),
    ...(own.length === 0 ? [] : [{ heading: t.citing.ownStyles, entries: removing }]),
  ]
  return (
    <div className="style-chooser">
      <label>
        <span className="vh">{t.citing.style}</span>
        <select value={style} onChange={(event) => session.citationStyle.set(event.target.value)}>
          {styles.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {groups.length > 0 && (
        <Menu label={t.citing.styles} className="btn icon" groups={groups}>
          <Icon name="more" />
        </Menu>
      )}
    </div>
  )
}
