import { memo } from 'react'
import { t } from '../../app/strings/catalogue.ts'
import { Icon } from '../../ui/Icon.tsx'
import type { PlacedCitation } from '../editor/citing.ts'
import { citationText } from '../editor/nodes/citation-text.ts'
import { showNode } from '../editor/ranges.ts'
import { Runs } from '../editor/Runs.tsx'
import { useSession } from '../editor/session-context.tsx'
import { useSelected } from '../editor/store.ts'

/** A citation in the panel, as the brief's style sets it, with the way to it and to its form. */
export const CiteCard = memo(function CiteCard({ citation }: { readonly citation: PlacedCitation }) {
  const { editor, citing, citingOpen } = useSession()
  const set = useSelected(citing.cites, ({ byNode }) => byNode.get(citation.key) ?? null)
  const dead = set?.dead ?? []
  const written = citationText(citation.items)
  return (
    <div className="card cite-card">
      <span className="no">
        <Icon name="reports" size="s" />
      </span>
      <div>
        <button type="button" className="say" dir="auto" onClick={() => showNode(editor, citation.key)}>
          {set === null ? written : <Runs runs={set.runs} />}
        </button>
        <p className="src">
          <bdi dir="ltr">{written}</bdi>
        </p>
        {dead.length > 0 && (
          <p className="note warned">
            <Icon name="warn" size="s" />
            <span>{t.citing.dead(dead.join(', '))}</span>
          </p>
        )}
        <div className="acts">
          <button type="button" className="btn" onClick={() => citingOpen.set(citation.key)}>
            {t.citing.edit}
          </button>
        </div>
      </div>
    </div>
  )
})
