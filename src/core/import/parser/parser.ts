import { deriveText } from '../../../shared/document/text.ts'
import type { Failure } from '../../../shared/contract/failures.ts'
import { refused } from '../../../shared/contract/failures.ts'
import type { Original } from '../read.ts'
import type { Look, Reading } from '../reader.ts'
import type { ParserEnd, ParserHost, ParseRequest, ParserProcess } from './protocol.ts'
import { ParseReply, Working } from './protocol.ts'

/** When a file is given up: milliseconds for one original, bytes of resident memory. */
export interface ParserLimits {
  readonly milliseconds: number
  /** For work that says that it goes on, such as the recognition of many pages. */
  readonly longest?: number
  readonly bytes: number
}

export const PARSER_LIMITS: ParserLimits = {
  milliseconds: 60_000,
  longest: 3_600_000,
  bytes: 2 * 1024 ** 3,
}

/** An original, or with `part` the key of one of its articles. */
export interface OriginalOrPart extends Original {
  readonly part?: string
  /** Keeps an original of several articles open for its parts until `letGo`. */
  readonly keepOpen?: boolean
}

/** Reads originals in processes of their own. */
export interface Parser {
  /** How many originals are read at once at most. */
  readonly processes: number
  /**
   * Document, text and metadata of an original; of one that holds several
   * articles the list of its parts, each of which is then asked for with the
   * same `bytes`; of a bibliography its entries. `REFUSED` failures: those of `readOriginal`, and
   * `took-too-long`, `out-of-memory`, `crashed`, `cannot-read`. Rejects with
   * the signal's reason when that aborts.
   */
  readonly parse: (original: OriginalOrPart, signal?: AbortSignal) => Promise<Reading>
  /** A saved page as it was. `REFUSED` failures: `no-look`, and those of `parse`. */
  readonly look: (original: OriginalOrPart, signal?: AbortSignal) => Promise<string>
  /** The parts of an original that was to be kept open are all read; nothing happens where none was. */
  readonly letGo: (bytes: Uint8Array) => void
  /** Ends the processes that are idle, all but one. */
  readonly rest: () => void
  /** Ends every process; a later call to `parse` starts another. */
  readonly close: () => void
}

const MEMORY_WATCH_MS = 100

const nothing = (): void => undefined

/** A parser that keeps its one process between files and starts a new one after a crash. */
export function createParser(host: ParserHost, limits: ParserLimits = PARSER_LIMITS): Parser {
  let connection: Connection | null = null
  let lastId = 0
  let queue: Promise<unknown> = Promise.resolve()
  const close = (): void => {
    connection?.process.end()
    connection = null
  }
  const answerNow = async (
    original: OriginalOrPart,
    signal: AbortSignal | undefined,
    look: boolean,
  ): Promise<Reading | Look> => {
    signal?.throwIfAborted()
    if (connection === null || connection.ended) connection = connect(host.start())
    lastId += 1
    try {
      const request = { ...requestFor(connection, original, lastId), look }
      if (request.bytes !== null) connection.held = null
      const reading = await ask(connection, request, limits, signal)
      if ('parts' in reading || original.part !== undefined) connection.held = new WeakRef(original.bytes)
      return reading
    } catch (error) {
      if (error instanceof Refusal) throw error.failure
      close()
      throw error
    }
  }
  const inTurn = (...asked: Parameters<typeof answerNow>): Promise<Reading | Look> => {
    const turn = queue.then(() => answerNow(...asked))
    queue = turn.catch(() => undefined)
    return turn
  }
  return {
    processes: 1,
    letGo: nothing,
    rest: nothing,
    parse: async (original, signal) => {
      const reading = await inTurn(original, signal, false)
      if ('look' in reading) throw cannotRead()
      return reading
    },
    look: async (original, signal) => {
      const reading = await inTurn(original, signal, true)
      if (!('look' in reading)) throw cannotRead()
      return reading.look
    },
    close,
  }
}

/** A process and what waits for its answer; its events are listened to once, for its whole life. */
interface Connection {
  readonly process: ParserProcess
  ended: boolean
  /** The original of several articles that the process has open: its bytes need not go there again. */
  held: WeakRef<Uint8Array> | null
  waiting: { readonly replied: (reply: unknown) => void; readonly ended: (end: ParserEnd) => void } | null
}

function connect(process: ParserProcess): Connection {
  const connection: Connection = { process, ended: false, held: null, waiting: null }
  process.onReply((reply) => connection.waiting?.replied(reply))
  process.onEnd((end) => {
    connection.ended = true
    connection.waiting?.ended(end)
  })
  return connection
}

function requestFor(
  { held }: Connection,
  { bytes, part, progress: _told, keepOpen: _kept, ...original }: OriginalOrPart,
  id: number,
): ParseRequest {
  return {
    ...original,
    id,
    bytes: part !== undefined && held?.deref() === bytes ? null : bytes,
    part: part ?? null,
  }
}

/** The process works as it should and says no; every other error ends it. */
class Refusal extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

function ask(
  connection: Connection,
  request: ParseRequest,
  limits: ParserLimits,
  signal: AbortSignal | undefined,
): Promise<Reading | Look> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(deadline)
      clearInterval(watch)
      signal?.removeEventListener('abort', aborted)
      connection.waiting = null
    }
    const fail = (error: unknown): void => {
      stop()
      reject(error)
    }
    const aborted = (): void => fail(signal?.reason)
    const began = performance.now()
    let deadline = setTimeout(() => fail(tookTooLong()), limits.milliseconds)
    const goOn = (): void => {
      const left = (limits.longest ?? limits.milliseconds) - (performance.now() - began)
      clearTimeout(deadline)
      deadline = setTimeout(() => fail(tookTooLong()), Math.max(0, Math.min(limits.milliseconds, left)))
    }
    const watch = setInterval(() => {
      if ((connection.process.memory() ?? 0) > limits.bytes) fail(outOfMemory())
    }, MEMORY_WATCH_MS)
    signal?.addEventListener('abort', aborted)
    connection.waiting = {
      ended: (end) => fail(end === 'out-of-memory' ? outOfMemory() : crashed()),
      replied: (reply) => {
        if (isWorking(reply, request.id)) return goOn()
        stop()
        resolveReply(reply, request.id, resolve, reject)
      },
    }
    connection.process.send(request)
  })
}

const isWorking = (reply: unknown, id: number): boolean => {
  const checked = Working.safeParse(reply).data
  return checked?.id === id
}

function resolveReply(
  reply: unknown,
  id: number,
  resolve: (reading: Reading | Look) => void,
  reject: (error: Error) => void,
): void {
  const checked = checkedReply(reply)
  if (checked?.id !== id) return reject(cannotRead())
  switch (checked.outcome) {
    case 'read':
      return deriveText(checked.extraction.document).text === checked.extraction.text
        ? resolve(checked.extraction)
        : reject(cannotRead())
    case 'parts':
      return resolve({ parts: checked.parts })
    case 'entries':
      return resolve(checked.bibliography)
    case 'look':
      return resolve({ look: checked.look })
    case 'refused':
      return reject(new Refusal(refused(checked.reason, checked.message)))
    case 'working':
      return reject(cannotRead())
    case 'fault':
      return reject(new Refusal(refused('cannot-read', cannotRead().message, checked.fault)))
  }
}

/** A reply too deep or too wrong to check is no reply. */
function checkedReply(reply: unknown): ParseReply | null {
  try {
    return ParseReply.safeParse(reply).data ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

const tookTooLong = (): Failure =>
  refused('took-too-long', 'Reading this file took too long and was stopped. Nothing of it was imported.')
const outOfMemory = (): Failure =>
  refused(
    'out-of-memory',
    'Reading this file took too much memory and was stopped. Nothing of it was imported.',
  )
const crashed = (): Failure =>
  refused('crashed', 'Reading this file failed badly and was stopped. Nothing of it was imported.')
const cannotRead = (): Failure =>
  refused('cannot-read', 'This file could not be read as an article. Nothing of it was imported.')
