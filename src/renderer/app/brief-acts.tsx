import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { BriefAct } from '../../shared/contract/page.ts'
import { useMessages } from './messages.tsx'
import { useSheet } from './sheet.ts'
import { t } from './strings/catalogue.ts'
import { useTransport } from './surroundings.tsx'

type Acting = (act: BriefAct) => void

const ActingContext = createContext<{ current: Acting | null }>({ current: null })

/** Hands what the menu bar asks for to the brief that is worked in, and says so where there is none. */
export function WithBriefActs({ children }: { readonly children: ReactNode }) {
  const { onBriefAct } = useTransport()
  const { say } = useMessages()
  const acting = useRef<Acting | null>(null)
  useEffect(
    () => onBriefAct((act) => (acting.current === null ? say(t.briefMenu.noBrief) : acting.current(act))),
    [onBriefAct, say],
  )
  return <ActingContext value={useMemo(() => acting, [])}>{children}</ActingContext>
}

/** While its sheet is the one that is worked in, a brief does what the menu bar asks for. */
export function useBriefActs(run: Acting): void {
  const acting = useContext(ActingContext)
  const { isCurrent } = useSheet()
  useEffect(() => {
    if (!isCurrent) return undefined
    acting.current = run
    return () => {
      if (acting.current === run) acting.current = null
    }
  }, [acting, isCurrent, run])
}
