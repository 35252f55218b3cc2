import { Failure } from '../../../shared/contract/failures.ts'
import { readOriginal } from '../read.ts'
import type { ParseReply, ParseRequest } from './protocol.ts'

/** The parsing process's end of its channel. */
export interface ParserPort {
  readonly onRequest: (listener: (request: ParseRequest) => void) => void
  readonly reply: (reply: ParseReply) => void
}

/** Reads originals as they are asked for, in a process that holds nothing but them. */
export function serveParser(port: ParserPort): void {
  port.onRequest((request) => void answer(request, port).then((reply) => port.reply(reply)))
}

async function answer({ id, ...original }: ParseRequest, port: ParserPort): Promise<ParseReply> {
  const progress = (): void => port.reply({ outcome: 'working', id })
  try {
    return { outcome: 'read', id, extraction: await readOriginal({ ...original, progress }) }
  } catch (error) {
    if (error instanceof Failure)
      return { outcome: 'refused', id, reason: error.reason, message: error.message }
    return {
      outcome: 'fault',
      id,
      fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
    }
  }
}
