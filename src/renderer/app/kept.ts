import { useCallback, useState } from 'react'
import type { z } from 'zod'

/** What this window remembers until its next start. A value of another shape, or none, is the `otherwise`. */
export function recall<T>(name: string, shape: z.ZodType<T>, otherwise: T): T {
  const stored = localStorage.getItem(`verbatim.${name}`)
  if (stored === null) return otherwise
  try {
    return shape.safeParse(JSON.parse(stored)).data ?? otherwise
  } catch (error) {
    if (error instanceof SyntaxError) return otherwise
    throw error
  }
}

/** State that comes back at the next start: widths, what was open, the theme. Nothing of the library is kept so. */
export function useKept<T>(
  name: string,
  shape: z.ZodType<T>,
  otherwise: T,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(() => recall(name, shape, otherwise))
  const keep = useCallback(
    (next: T) => {
      localStorage.setItem(`verbatim.${name}`, JSON.stringify(next))
      setValue(next)
    },
    [name],
  )
  return [value, keep]
}
