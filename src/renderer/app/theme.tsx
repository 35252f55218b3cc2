import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'
import { z } from 'zod'
import { THEMES, type Theme } from '../../shared/contract/shell.ts'
import { useKept } from './kept.ts'
import { useCapabilities } from './surroundings.tsx'

interface Themed {
  readonly theme: Theme
  readonly choose: (theme: Theme) => void
}

const ThemeContext = createContext<Themed>({ theme: 'system', choose: () => undefined })

export const useTheme = (): Themed => useContext(ThemeContext)

/** Light, dark or as the system; the shell is told, for the window's own frame and for the system's dialogs. */
export function WithTheme({ children }: { readonly children: ReactNode }) {
  const { shell } = useCapabilities()
  const [theme, choose] = useKept<Theme>('theme', z.enum(THEMES), 'system')
  useEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset['theme']
    else root.dataset['theme'] = theme
  }, [theme])
  useEffect(() => {
    shell?.setTheme({ theme }).catch(() => {
      // The shell is being replaced; the next one is told by this same effect.
    })
  }, [shell, theme])
  const themed = useMemo(() => ({ theme, choose }), [theme, choose])
  return <ThemeContext value={themed}>{children}</ThemeContext>
}
