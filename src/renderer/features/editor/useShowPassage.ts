import { useEffect } from 'react'
import { briefDraft } from '../../../shared/brief/draft.ts'
import { useJourney } from '../../app/place.ts'
import { idOfQuote, quoteAt, wordsAt } from './places.ts'
import { goTo } from './ranges.ts'
import type { BriefSession } from './session.ts'

/** Goes where the window's place says: to a quote, whose card opens, or to words of the draft. */
export function useShowPassage(session: BriefSession): void {
  const { place } = useJourney()
  const at = place.view === 'briefs' && place.brief === session.id ? place.at : null
  useEffect(() => {
    if (at === null) return
    const { state, nodes } = session.sheet()
    const { spans } = briefDraft(state)
    const quote = quoteAt(at.start, spans, nodes)
    const there = quote ?? wordsAt(at, spans, nodes)
    if (there === null) return
    goTo(session.editor, there)
    if (quote !== null) session.open.set(idOfQuote(quote.key))
  }, [session, at])
}
