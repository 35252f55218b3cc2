import { useEffect, useEffectEvent, useState } from 'react'
import { useChangeCount } from './changes.tsx'
import { useCore } from './surroundings.tsx'
import type { CoreClient } from './transport/transport.ts'

/** An answer of the core, on its way or there. `before` is the answer to the question asked before, if there was one. */
export type Live<T> =
  | { readonly kind: 'loading'; readonly before: T | null }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void }

interface Answer<T> {
  readonly key: string
  /** How often the question had been asked. */
  readonly asked: string
  readonly outcome:
    | { readonly kind: 'ready'; readonly value: T }
    | { readonly kind: 'failed'; readonly error: unknown }
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
  const asking = useEffectEvent(ask)
  const asked = `${String(changes)}.${String(tries)}`
  useEffect(() => {
    const ending = new AbortController()
    const put = async (): Promise<void> => {
      const outcome = await asking(core, ending.signal).then(
        (value) => ({ kind: 'ready', value }) as const,
        (error: unknown) => ({ kind: 'failed', error }) as const,
      )
      if (!ending.signal.aborted) setAnswer({ key, asked, outcome })
    }
    void put()
    return () => ending.abort()
  }, [core, key, asked])
  if (answer?.key !== key)
    return { kind: 'loading', before: answer?.outcome.kind === 'ready' ? answer.outcome.value : null }
  if (answer.outcome.kind === 'ready') return answer.outcome
  return { ...answer.outcome, again: () => setTries((count) => count + 1) }
}

/** The value, once there is one. */
export const valueOf = <T>(live: Live<T>): T | null => (live.kind === 'ready' ? live.value : null)
