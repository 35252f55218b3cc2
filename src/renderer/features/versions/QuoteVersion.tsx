import type { Passage } from '../../../shared/contract/passages.ts'
import { useLive, valueOf } from '../../app/live.ts'
import { useJourney } from '../../app/place.ts'
import { t } from '../../app/strings/catalogue.ts'
import { keepVersion, takePassage } from '../editor/acts/version.ts'
import { useSession } from '../editor/session-context.tsx'

/** On the card of a quote that shows an older version of its source: the ways on from there. */
export function QuoteVersion({ passage, node }: { readonly passage: Passage; readonly node: string }) {
  const { go } = useJourney()
  const { editor, checking } = useSession()
  const { annotation, source, version, versions, inTrash } = passage
  const newest = valueOf(
    useLive(`newest ${annotation}`, ['anchor', 'anchoring', 'version', 'annotation'], async (core) => {
      const [found] = await core.briefs.passages({ quotes: [{ annotation }] })
      return found ?? null
    }),
  )
  if (version >= versions || inTrash) return null
  const done = (act: () => void) => (): void => {
    act()
    checking.now()
  }
  return (
    <div className="acts quote-version">
      {newest !== null && newest.version === versions && (
        <button
          type="button"
          className="btn"
          onClick={done(() => takePassage(editor, node, passage, newest))}
        >
          {t.versions.takeVersion(versions)}
        </button>
      )}
      <button type="button" className="btn" onClick={done(() => keepVersion(editor, node, version))}>
        {t.versions.keep(version)}
      </button>
      <button type="button" className="btn" onClick={() => go({ view: 'review', source })}>
        {t.versions.compare}
      </button>
    </div>
  )
}
