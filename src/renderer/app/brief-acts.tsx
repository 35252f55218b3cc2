import { createContext, useCallback, useContext, useEffect, useRef, type ReactNode } from 'react'
import type { BriefAct } from '../../shared/contract/page.ts'
import { useMessages } from './messages.tsx'
import { useSheet } from './sheet.ts'
import { t } from './strings/catalogue.ts'
import { useTransport } from './surroundings.tsx'

type Acting = (act: BriefAct) => void

/** Takes over what the menu bar asks for; the returned function lets go of it. */
type TakeOver = (run: Acting) => () => void

const ActingContext = createContext<TakeOver>(() => () => undefined)

/** Hands what the menu bar asks for to the brief that is worked in, and says so where there is none. */
export function WithBriefActs({ children }: { readonly children: ReactNode }) {
  const { onBriefAct } = useTransport()
  const { say } = useMessages()
  const acting = useRef<Acting | null>(null)
  useEffect(
    () => onBriefAct((act) => (acting.current === null ? say(t.briefMenu.noBrief) : acting.current(act))),
    [onBriefAct, say],
  )
  const takeOver = useCallback((run: Acting) => {
    acting.current = run
    return () => {
      if (acting.current === run) acting.current = null
    }
  }, [])
  return <ActingContext value={takeOver}>{children}</ActingContext>
}

/** While its sheet is the one that is worked in, a brief does what the menu bar asks for. */
export function useBriefActs(run: Acting): void {
  const takeOver = useContext(ActingContext)
  const { isCurrent } = useSheet()
  useEffect(() => (isCurrent ? takeOver(run) : undefined), [takeOver, isCurrent, run])
}
