import { createContext, useContext } from 'react'
import { quotationMarks } from '../../../shared/brief/quotation-marks.ts'
import type { BriefSession } from './session.ts'
import { useSelected } from './store.ts'
import type { DraftQuotation } from './places.ts'

export const SessionContext = createContext<BriefSession | null>(null)

/** The brief that is open around this component. */
export function useSession(): BriefSession {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('There is no brief here.')
  return session
}

/** The marks that this brief's quotes stand in. */
export function useMarks(): { readonly open: string; readonly close: string } {
  return quotationMarks(useSelected(useSession().language, (language) => language))
}

/** The quotation that a quote node was checked as; null until it was. */
export function useQuotationOf(nodeKey: string): DraftQuotation | null {
  return useSelected(useSession().checking.checked, ({ byNode }) => byNode.get(nodeKey) ?? null)
}
