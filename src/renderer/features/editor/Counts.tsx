import { $getSelection, $isRangeSelection, type RangeSelection } from 'lexical'
import { useEffect, useState } from 'react'
import { fold } from '../../../shared/verdict/fold.ts'
import { wordsOf } from '../../../shared/verdict/words.ts'
import { t } from '../../app/strings/catalogue.ts'
import type { DraftQuotation } from './places.ts'
import { useSession } from './session-context.tsx'
import type { BriefSession } from './session.ts'
import { useStore } from './store.ts'

/** Milliseconds that a selection has to rest before it is counted. */
const RESTS = 200

interface Counted {
  readonly words: number
  readonly quotations: number
}

/** How many words the brief has, and while some are selected, how many words and quotations those are. */
export function Counts() {
  const session = useSession()
  const { words } = useStore(session.saving.brief)
  const selected = useSelected(session)
  return (
    <span className="num">
      {selected === null
        ? t.briefs.words(words)
        : t.editor.selected(t.briefs.words(selected.words), t.editor.quotations(selected.quotations))}
    </span>
  )
}

function useSelected(session: BriefSession): Counted | null {
  const [selected, setSelected] = useState<Counted | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = (): void =>
      setSelected(session.editor.read(() => $counted(session.checking.checked.get().quotations)))
    const stop = session.editor.registerUpdateListener(() => {
      clearTimeout(timer)
      timer = setTimeout(count, RESTS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [session])
  return selected
}

function $counted(quotations: readonly DraftQuotation[]): Counted | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null
  const keys = new Set(selection.getNodes().map((node) => node.getKey()))
  const isIn = ({ place }: DraftQuotation): boolean =>
    place?.kind === 'quote'
      ? keys.has(place.key)
      : place !== null && keys.has(place.from.key) && $holds(selection, place.from)
  return {
    words: wordsOf(fold(selection.getTextContent())).length,
    quotations: quotations.filter(isIn).length,
  }
}

/** Whether a place in one of the selection's texts is not before its start nor after its end. */
function $holds(selection: RangeSelection, at: { readonly key: string; readonly offset: number }): boolean {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus]
  return (start.key !== at.key || start.offset <= at.offset) && (end.key !== at.key || at.offset < end.offset)
}
