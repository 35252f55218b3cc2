import type { CitationItem } from '../../../shared/brief/nodes.ts'
import { t } from '../../app/strings/catalogue.ts'
import { citationText } from './nodes/citation-text.ts'
import { Runs } from './Runs.tsx'
import { useSession } from './session-context.tsx'
import { useSelected } from './store.ts'

/** A citation on the sheet, as the brief's style sets it; until that is known, as it is written. A press opens its form. */
export function CitationInDraft({
  nodeKey,
  items,
}: {
  readonly nodeKey: string
  readonly items: readonly CitationItem[]
}) {
  const { citing, citingOpen } = useSession()
  const set = useSelected(citing.cites, ({ byNode }) => byNode.get(nodeKey) ?? null)
  // In a note of the author's own a citation stands as words, as in an export.
  const inNote = useSelected(
    citing.cites,
    ({ rendered }) => set !== null && (rendered?.footnotes ?? []).some(({ note }) => note === set.note),
  )
  const dead = set !== null && set.dead.length > 0
  const written = citationText(items)
  return (
    // Words on the sheet that break with its lines, as no button of HTML does.
    <span
      role="button"
      tabIndex={0}
      className={dead ? 'cite dead' : 'cite'}
      contentEditable={false}
      title={dead ? t.citing.dead(set.dead.join(', ')) : written}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => citingOpen.set(nodeKey)}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        // Before the sheet takes it for a key of the text.
        event.preventDefault()
        event.stopPropagation()
        citingOpen.set(nodeKey)
      }}
    >
      <span className="vh">{t.citing.label} </span>
      <bdi>
        {set === null ? (
          written
        ) : set.note === null || inNote ? (
          <Runs runs={set.runs} />
        ) : (
          <sup>{set.note}</sup>
        )}
      </bdi>
    </span>
  )
}
