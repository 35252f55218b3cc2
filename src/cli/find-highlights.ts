import type { Client } from '../core/router.ts'
import { grouped } from './numbers.ts'
import type { Output } from './output.ts'

const SHOW_AFTER_MS = 1000

/** Looks for the highlights that wait in new versions of their sources, and waits until all were looked for. */
export async function findHighlights(client: Client, out: Output, signal?: AbortSignal): Promise<void> {
  const started = performance.now()
  const steps = await client.annotations.migrate({}, signal === undefined ? {} : { signal })
  for await (const { done, all } of steps)
    if (performance.now() - started > SHOW_AFTER_MS)
      out.status(`Finding highlights in new versions: ${grouped(done)} of ${grouped(all)}`)
  out.status(null)
}
