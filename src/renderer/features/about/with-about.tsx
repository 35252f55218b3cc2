import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { useTransport } from '../../app/surroundings.tsx'
import { AboutDialog } from './AboutDialog.tsx'

const AboutContext = createContext<() => void>(() => undefined)

/** Shows what this program is. */
export const useAbout = (): (() => void) => useContext(AboutContext)

/** Shows what this program is when the menu bar or a button asks for it, whatever else is on screen. */
export function WithAbout({ children }: { readonly children: ReactNode }) {
  const { onAbout } = useTransport()
  const [shown, setShown] = useState(false)
  const [show] = useState(() => () => setShown(true))
  useEffect(() => onAbout(show), [onAbout, show])
  return (
    <AboutContext value={show}>
      {children}
      {shown && <AboutDialog close={() => setShown(false)} />}
    </AboutContext>
  )
}
