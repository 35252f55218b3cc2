import { Worker } from 'node:worker_threads'
import { Failure } from '../../../shared/contract/failures.ts'
import type { Pdf } from '../pdf.ts'
import { stopped } from '../stopped.ts'
import type { SetReply, SetRequest } from './protocol.ts'

/**
 * Sets a brief in a thread of its own, so that everything else goes on meanwhile. `entry` is the file of `entry.ts`,
 * built or as source. Throws what `printPdf` throws, and `REFUSED` with reason `stopped` once the signal says so.
 */
export function setApart(entry: string, request: SetRequest, signal?: AbortSignal): Promise<Pdf> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(stopped())
    const thread = new Worker(entry, { workerData: request })
    const stop = (): void => {
      reject(stopped())
      // It ends with the step that it is in; nobody waits for that.
      void thread.terminate()
    }
    signal?.addEventListener('abort', stop, { once: true })
    thread.once('message', (reply: SetReply) => {
      if (reply.kind === 'set') resolve(reply.pdf)
      else reject(new Failure(reply.failure, reply.reason, reply.message, reply.detail ?? undefined))
    })
    thread.once('error', reject)
    thread.once('exit', (code) => {
      signal?.removeEventListener('abort', stop)
      // A promise that is settled by now stays as it is.
      reject(new Error(`The typesetter ended with ${String(code)} and without an answer.`))
    })
  })
}
