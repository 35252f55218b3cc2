import { useEffect } from 'react'
import { briefDraft } from '../../../shared/brief/draft.ts'
import { useJourney } from '../../app/place.tsx'
import { idOfQuote } from './places.ts'
import { goTo } from './ranges.ts'
import type { BriefSession } from './session.ts'

/** Goes to the quote that the window's place names, and opens its card. */
export function useShowQuote(session: BriefSession): void {
  const { place } = useJourney()
  const wanted = place.view === 'briefs' && place.brief === session.id ? place.quote : null
  useEffect(() => {
    if (wanted === null) return
    const { state, nodes } = session.sheet()
    const quote = briefDraft(state).spans.filter(({ node }) => node.type !== 'text')[wanted]
    const key = quote && nodes.get(quote.node)?.getKey()
    if (key === undefined) return
    goTo(session.editor, { kind: 'quote', key })
    session.open.set(idOfQuote(key))
  }, [session, wanted])
}
