import { Failure } from '../../../shared/contract/failures.ts'
import type { Look, ReadRequest, Reading } from '../reader.ts'
import { createReader } from '../reader.ts'
import type { ParseReply, ParseRequest } from './protocol.ts'
import { yieldToOthers } from './yielding.ts'

/** The parsing process's end of its channel. */
export interface ParserPort {
  readonly onRequest: (listener: (request: ParseRequest) => void) => void
  readonly reply: (reply: ParseReply) => void
}

/** Reads originals as they are asked for, in a process that holds nothing but them. */
export function serveParser(port: ParserPort): void {
  yieldToOthers()
  const read = createReader()
  port.onRequest((request) => void answer(read, request, port).then((reply) => port.reply(reply)))
}

async function answer(
  read: (request: ReadRequest) => Promise<Reading | Look>,
  { id, ...request }: ParseRequest,
  port: ParserPort,
): Promise<ParseReply> {
  const progress = (): void => port.reply({ outcome: 'working', id })
  try {
    const reading = await read({ ...request, progress })
    if ('look' in reading) return { outcome: 'look', id, look: reading.look }
    if ('parts' in reading) return { outcome: 'parts', id, parts: reading.parts }
    if ('entries' in reading) return { outcome: 'entries', id, bibliography: reading }
    return { outcome: 'read', id, extraction: reading }
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
