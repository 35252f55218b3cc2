import { createContext, useContext } from 'react'
import type { Annotation } from '../../shared/contract/annotations.ts'

/** Where “Quote in brief” leads: the brief last worked on. */
export interface Quoting {
  /** The brief's title. */
  readonly brief: string
  /** Puts the passage at the brief's caret; resolves when it is there. */
  readonly quote: (annotation: Annotation) => Promise<void>
}

/** Null while there is no brief to quote into: the reader then offers no such act. */
export const QuotingContext = createContext<Quoting | null>(null)

export const useQuoting = (): Quoting | null => useContext(QuotingContext)
