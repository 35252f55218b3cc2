import { createContext, useContext } from 'react'
import type { BriefSession } from './session.ts'
import { useStore } from './store.ts'
import type { DraftQuotation } from './places.ts'

export const SessionContext = createContext<BriefSession | null>(null)

/** The brief that is open around this component. */
export function useSession(): BriefSession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('There is no brief here.')
  return session
}

/** The quotation that a quote node was checked as; null until it was. */
export function useQuotationOf(nodeKey: string): DraftQuotation | null {
  const { quotations } = useStore(useSession().checking.checked)
  return quotations.find(({ place }) => place?.kind === 'quote' && place.key === nodeKey) ?? null
}
