import { basename } from 'node:path'
import type { TextFormat } from '../../shared/contract/sources.ts'
import { readOriginalFile } from './original-file.ts'
import { companionsOf, type Companion } from './page-folder.ts'
import type { Parser } from './parser/parser.ts'
import type { Reading } from './reader.ts'
import { Line } from './read-ahead-line.ts'
import type { Found } from './walk.ts'

/** A file that was read and parsed. */
export interface ReadFile {
  readonly bytes: Uint8Array
  /** Without folders; empty for standard input. */
  readonly name: string
  /** What was saved in a folder beside it. */
  readonly companions: readonly Companion[]
  readonly reading: Reading
  /** From its first byte to its article, in milliseconds. */
  readonly ms: number
}

/** What was met on the way, in order. `reading` rejects like `readOriginalFile` and `Parser.parse`. */
export type Ahead =
  | { readonly found: Exclude<Found, { kind: 'file' }>; readonly reading: null }
  | { readonly found: Extract<Found, { kind: 'file' }>; readonly reading: Promise<ReadFile> }

interface Dependencies {
  readonly parser: Parser
  readonly standardInput: () => Promise<Uint8Array>
}

interface HowToRead {
  readonly encoding: string | null
  readonly password?: string | undefined
  readonly as?: TextFormat | undefined
}

/** Originals that are read or wait to be stored, for each process that reads. */
const EACH = 2

/**
 * Reads files ahead of the one that is being stored, in as many processes as
 * the parser has, and gives them in the order in which they were found. They
 * come from the disk one by one, so that what is held is bounded, by number
 * and by bytes. Other work has its turn between two. When the run is cancelled
 * or broken off, what was read ahead is dropped.
 */
export async function* readAhead(
  dependencies: Dependencies,
  how: HowToRead,
  found: AsyncIterable<Found>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Ahead, void, undefined> {
  const { parser } = dependencies
  const stop = new AbortController()
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal])
  const line = new Line<Ahead>(parser.processes * EACH)
  const filling = fill(dependencies, how, found, line, either)
  filling.catch(told)
  try {
    for (let next = await line.first(); next !== null; next = await line.first()) {
      yield next.what
      line.leave()
      if (next.bytes !== null) parser.letGo(next.bytes)
      await new Promise(setImmediate)
    }
    await filling
  } finally {
    stop.abort()
    for (const { bytes } of line.close()) if (bytes !== null) parser.letGo(bytes)
    await filling.catch(told)
    parser.rest()
  }
}

/** Whoever waits for it is told; without this an error that nobody came to wait for would end the program. */
const told = (): void => undefined

async function fill(
  dependencies: Dependencies,
  how: HowToRead,
  found: AsyncIterable<Found>,
  line: Line<Ahead>,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const each of found) {
      await line.room()
      if (signal.aborted) return
      if (each.kind !== 'file') line.join({ what: { found: each, reading: null }, bytes: null, size: 0 })
      else await begin(dependencies, how, each, line, signal)
    }
  } finally {
    line.end()
  }
}

/** Reads the bytes of a file, puts it into the line, and lets a process read it meanwhile. */
async function begin(
  { parser, standardInput }: Dependencies,
  { encoding, password, as }: HowToRead,
  found: Extract<Found, { kind: 'file' }>,
  line: Line<Ahead>,
  signal: AbortSignal,
): Promise<void> {
  const started = performance.now()
  const { path } = found
  const join = (reading: Promise<ReadFile>, bytes: Uint8Array | null, size: number): void => {
    reading.catch(told)
    line.join({ what: { found, reading }, bytes, size })
  }
  try {
    const bytes = path === '-' ? await standardInput() : await readOriginalFile(path)
    const name = path === '-' ? '' : basename(path)
    const companions = path === '-' ? [] : await companionsOf(path)
    const size = companions.reduce((sum, companion) => sum + companion.bytes.length, bytes.length)
    const asked = {
      bytes,
      name,
      encoding,
      companions,
      password: password ?? null,
      as: as ?? null,
      keepOpen: true,
    }
    const reading = parser
      .parse(asked, signal)
      .then((read): ReadFile => ({ bytes, name, companions, reading: read, ms: performance.now() - started }))
    join(reading, bytes, size)
  } catch (error) {
    join(Promise.reject(error), null, 0)
  }
}
