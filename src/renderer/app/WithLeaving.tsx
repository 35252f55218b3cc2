import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import type { LeaveAnswer } from '../../shared/contract/shell.ts'
import { Leaving, LeavingContext } from './leaving.ts'
import { LeavingDialog } from './LeavingDialog.tsx'
import { useTransport } from './surroundings.tsx'

/** Milliseconds in which storing mostly ends; only what takes longer is shown. */
const SOON = 400

const soon = (): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), SOON)
  })

/**
 * Answers the shell when the window is to close: it goes at once where all is stored; otherwise the user is told what
 * is not, and decides.
 */
export function WithLeaving({ children }: { readonly children: ReactNode }) {
  const transport = useTransport()
  const [leaving] = useState(() => new Leaving())
  const [asking, setAsking] = useState(false)
  const trying = useRef(false)
  const answer = useCallback(
    (given: LeaveAnswer) => {
      // The window is about to go: nothing that is typed now would be kept.
      document.documentElement.inert = given === 'go'
      trying.current = given === 'asking'
      setAsking(given === 'asking')
      // A shell that is gone takes the window with it.
      transport
        .state()
        .capabilities.shell?.leave({ answer: given })
        .catch(() => undefined)
    },
    [transport],
  )
  useEffect(
    () =>
      transport.onClosing(() => {
        if (trying.current) return answer('asking')
        trying.current = true
        void Promise.race([leaving.keep(), soon()]).then((kept) => answer(kept ? 'go' : 'asking'))
      }),
    [transport, leaving, answer],
  )
  return (
    <LeavingContext value={leaving}>
      {children}
      {asking && <LeavingDialog leaving={leaving} stay={() => answer('stay')} go={() => answer('go')} />}
    </LeavingContext>
  )
}
