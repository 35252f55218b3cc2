import { useEffect, useRef, useState } from 'react'
import { useChangeCount } from './changes.tsx'
import { useCore } from './surroundings.tsx'
import type { CoreClient } from './transport/transport.ts'

export type Live<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void }

interface Answer<T> {
  readonly key: string
  readonly live: Live<T>
}

/**
 * What the core answers, asked again whenever one of `tables` changes. `key` names the question: another key is
 * another question, and its answer is awaited; the same question's old answer stays until the new one is there.
 */
export function useLive<T>(
  key: string,
  tables: readonly string[],
  ask: (core: CoreClient, signal: AbortSignal) => Promise<T>,
): Live<T> {
  const core = useCore()
  const changes = useChangeCount(tables)
  const [tries, setTries] = useState(0)
  const [answer, setAnswer] = useState<Answer<T> | null>(null)
  const asking = useRef(ask)
  asking.current = ask
  useEffect(() => {
    const ending = new AbortController()
    asking.current(core, ending.signal).then(
      (value) => {
        if (!ending.signal.aborted) setAnswer({ key, live: { kind: 'ready', value } })
      },
      (error: unknown) => {
        if (ending.signal.aborted) return
        const again = (): void => setTries((count) => count + 1)
        setAnswer({ key, live: { kind: 'failed', error, again } })
      },
    )
    return () => ending.abort()
  }, [core, key, changes, tries])
  return answer?.key === key ? answer.live : { kind: 'loading' }
}

/** The value, once there is one. */
export const valueOf = <T>(live: Live<T>): T | null => (live.kind === 'ready' ? live.value : null)
