import { $getSelection, $isRangeSelection } from 'lexical'
import { useEffect, useRef, useState } from 'react'
import { briefDraft } from '../../../shared/brief/draft.ts'
import { useSession } from '../editor/session-context.tsx'
import type { BriefSession } from '../editor/session.ts'
import { placedHits, type DraftHit } from './draft-hits.ts'
import { paintHits, showHit } from './painting.ts'
import { replaceHits, selectHit } from './replacing.ts'
import { Seeker, startWorker, type Found, type Sought } from './seeking.ts'

/** Milliseconds after a change of the draft before it is looked through again. */
const AFTER_TYPING = 150

export interface Replaced {
  readonly replaced: number
  /** Left because they stand in quotes, or span paragraphs. */
  readonly inQuotes: number
  readonly across: number
}

export interface FindInBrief {
  readonly hits: readonly DraftHit[]
  readonly at: number
  readonly kind: Found['kind']
  readonly step: (by: 1 | -1) => void
  readonly replace: (which: 'one' | 'all', put: string) => Promise<Replaced>
  /** Leaves the selection at what is looked at. */
  readonly leave: () => void
}

interface Seen {
  readonly kind: Found['kind']
  readonly hits: readonly DraftHit[]
}

const NOTHING: Seen = { kind: 'found', hits: [] }

/** What is found in the brief that is open, painted, and looked for again as it changes. */
export function useFindInBrief(sought: Sought): FindInBrief {
  const session = useSession()
  const [seeker] = useState(() => new Seeker(startWorker))
  useEffect(() => () => seeker.end(), [seeker])
  const seen = useSeen(session, seeker, sought)
  const [origin] = useState(() => caretOffset(session))
  const [chosen, setChosen] = useState<number | null>(null)
  const { hits, kind } = seen
  const from = chosen ?? origin
  const next = hits.findIndex(({ start }) => start >= from)
  const at = next < 0 ? 0 : next
  const hit = hits[at]
  useEffect(() => paintHits(session.editor, hits, hit), [session, hits, hit])
  const shown = useRef<DraftHit | undefined>(undefined)
  useEffect(() => {
    if (hit === undefined || shown.current === hit) return
    shown.current = hit
    showHit(session.editor, hit)
  }, [session, hit])
  return {
    hits,
    at,
    kind,
    step: (by) => setChosen(hits[(at + by + hits.length) % hits.length]?.start ?? null),
    replace: async (which, put) => {
      const done = await replaceIn(session, seeker, { sought, put, only: which === 'one' ? hit : undefined })
      if (which === 'one' && hit !== undefined)
        setChosen(hit.start + (hit.where === 'typed' ? put.length : hit.end - hit.start))
      return done
    },
    leave: () => {
      if (hit !== undefined) selectHit(session.editor, hit)
      session.editor.focus()
    },
  }
}

function useSeen(session: BriefSession, seeker: Seeker, { words, pattern, caseful }: Sought): Seen {
  const [seen, setSeen] = useState<Seen>(NOTHING)
  const [sheet, setSheet] = useState(() => session.sheet())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = session.editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return
      clearTimeout(timer)
      timer = setTimeout(() => setSheet(session.sheet()), AFTER_TYPING)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session])
  useEffect(() => {
    let late = false
    const look = async (): Promise<void> => {
      const found = await seeker.seek(briefDraft(sheet.state).text, { words, pattern, caseful }, '')
      if (late) return
      const hits = found.kind === 'found' ? placedHits(sheet, found.hits) : []
      setSeen({ kind: found.kind, hits })
    }
    void look()
    return () => {
      late = true
    }
  }, [seeker, sheet, words, pattern, caseful])
  return seen
}

/** Looks anew before it changes anything: no place that moved meanwhile is written over. */
async function replaceIn(
  session: BriefSession,
  seeker: Seeker,
  {
    sought,
    put,
    only,
  }: { readonly sought: Sought; readonly put: string; readonly only: DraftHit | undefined },
): Promise<Replaced> {
  const sheet = session.sheet()
  const found = await seeker.seek(briefDraft(sheet.state).text, sought, put)
  if (found.kind !== 'found' || session.sheet() !== sheet) return { replaced: 0, inQuotes: 0, across: 0 }
  const hits = placedHits(sheet, found.hits).filter(({ start }) => only === undefined || start === only.start)
  const count = (where: DraftHit['where']): number => hits.filter((hit) => hit.where === where).length
  const replaced = replaceHits(session.editor, hits)
  return { replaced, inQuotes: count('quote'), across: count('across') }
}

/** Where the caret is in the brief's text, so that the next place after it comes first. */
function caretOffset(session: BriefSession): number {
  const { state, nodes } = session.sheet()
  const focus = session.editor.read(() => {
    const selection = $getSelection()
    return $isRangeSelection(selection) ? selection.focus : null
  })
  if (focus === null) return 0
  const span = briefDraft(state).spans.find(({ node }) => nodes.get(node)?.getKey() === focus.key)
  return span === undefined ? 0 : Math.min(span.end, span.start + focus.offset)
}
