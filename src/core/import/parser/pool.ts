import type { Reading } from '../reader.ts'
import type { OriginalOrPart, Parser, ParserLimits } from './parser.ts'
import { createParser, PARSER_LIMITS } from './parser.ts'
import type { ParserHost } from './protocol.ts'

/** One process, or the place of one that was ended. */
interface Seat {
  readonly parser: Parser
  busy: boolean
  /** The original of several articles that is kept open here until it is let go. */
  keeps: Uint8Array | null
}

interface Waiting {
  readonly original: OriginalOrPart
  readonly seated: (seat: Seat) => void
}

/**
 * Reads originals in up to `most` processes at once. A process is started when
 * all the others are busy, so one original alone costs one. Originals are taken
 * up in the order in which they were asked for; a part goes to the process that
 * keeps its original open.
 */
export function createParserPool(
  host: ParserHost,
  most: number,
  limits: ParserLimits = PARSER_LIMITS,
): Parser {
  const seats = new Seats(() => createParser(host, limits), most)
  return {
    processes: most,
    parse: async (original, signal) => {
      const seat = await seats.take(original, signal)
      try {
        const reading = await seat.parser.parse(original, signal)
        if (keepsOpen(original, reading)) seat.keeps = original.bytes
        return reading
      } finally {
        seats.leave(seat)
      }
    },
    look: async (original, signal) => {
      const seat = await seats.take(original, signal)
      try {
        return await seat.parser.look(original, signal)
      } finally {
        seats.leave(seat)
      }
    },
    letGo: (bytes) => seats.letGo(bytes),
    rest: () => seats.rest(),
    close: () => seats.close(),
  }
}

const keepsOpen = ({ keepOpen, part }: OriginalOrPart, reading: Reading): boolean =>
  keepOpen === true && part === undefined && 'parts' in reading

/** Who may use which process, and who waits for one. */
class Seats {
  readonly #make: () => Parser
  readonly #most: number
  readonly #seats: Seat[] = []
  readonly #queue: Waiting[] = []

  constructor(make: () => Parser, most: number) {
    this.#make = make
    this.#most = most
  }

  /** Resolves when it is this original's turn; rejects with the signal's reason. */
  take(original: OriginalOrPart, signal: AbortSignal | undefined): Promise<Seat> {
    return new Promise((resolve, reject) => {
      const seated = (seat: Seat): void => {
        signal?.removeEventListener('abort', cancelled)
        resolve(seat)
      }
      const waiting: Waiting = { original, seated }
      const cancelled = (): void => {
        this.#queue.splice(this.#queue.indexOf(waiting), 1)
        reject(signal?.reason as Error)
      }
      if (signal?.aborted === true) return reject(signal.reason as Error)
      signal?.addEventListener('abort', cancelled)
      this.#queue.push(waiting)
      this.#seatThoseWhoWait()
    })
  }

  leave(seat: Seat): void {
    seat.busy = false
    this.#seatThoseWhoWait()
  }

  letGo(bytes: Uint8Array): void {
    for (const seat of this.#seats) if (seat.keeps === bytes) seat.keeps = null
    this.#seatThoseWhoWait()
  }

  rest(): void {
    for (const seat of this.#seats.filter(({ busy, keeps }) => !busy && keeps === null).slice(1)) {
      seat.parser.close()
      this.#seats.splice(this.#seats.indexOf(seat), 1)
    }
  }

  close(): void {
    for (const { parser } of this.#seats) parser.close()
  }

  #seatThoseWhoWait(): void {
    for (const waiting of this.#queue.splice(0)) {
      const seat = this.#seatFor(waiting.original)
      if (seat === null) {
        this.#queue.push(waiting)
        continue
      }
      seat.busy = true
      waiting.seated(seat)
    }
  }

  #seatFor({ bytes, part }: OriginalOrPart): Seat | null {
    const keeper = part === undefined ? undefined : this.#seats.find(({ keeps }) => keeps === bytes)
    if (keeper !== undefined) return keeper.busy ? null : keeper
    const free = this.#seats.find(({ busy, keeps }) => !busy && keeps === null)
    if (free !== undefined || this.#seats.length === this.#most) return free ?? null
    const seat: Seat = { parser: this.#make(), busy: false, keeps: null }
    this.#seats.push(seat)
    return seat
  }
}
