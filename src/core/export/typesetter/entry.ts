import { parentPort, workerData } from 'node:worker_threads'
import { Failure } from '../../../shared/contract/failures.ts'
import { printPdf } from '../pdf.ts'
import type { SetReply, SetRequest } from './protocol.ts'

/* The program of the typesetter's thread: it sets one brief, answers, and ends. */

async function set({ brief, images, fonts, look }: SetRequest): Promise<SetReply> {
  try {
    const pdf = await printPdf(brief, { image: (blob) => images.get(blob) ?? null }, fonts, look)
    return { kind: 'set', pdf }
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown
    const { kind: failure, reason, message } = thrown
    // What cannot be sent on is told in the message.
    return {
      kind: 'failed',
      failure,
      reason,
      message,
      detail: JSON.parse(JSON.stringify(thrown.detail ?? null)),
    }
  }
}

void set(workerData as SetRequest).then((reply) => parentPort?.postMessage(reply, []))
