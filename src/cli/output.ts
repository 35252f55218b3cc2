import { columns, shorten } from './columns.ts'

const PATIENCE_MS = 1000

export interface Streams {
  readonly stdout: NodeJS.WriteStream | NodeJS.WritableStream
  readonly stderr: NodeJS.WriteStream | NodeJS.WritableStream
}

/** Where a command writes: results to standard output, everything else to standard error. */
export class Output {
  readonly json: boolean
  readonly #streams: Streams

  constructor(json: boolean, streams: Streams) {
    this.json = json
    this.#streams = streams
  }

  /** A result: one JSON value, or what `plain` says for people. */
  result(value: unknown, plain: () => string): void {
    const text = this.json ? JSON.stringify(value, null, 2) : printable(plain())
    if (text !== '') this.#streams.stdout.write(`${text}\n`)
  }

  /** One of many results as it comes: a line of JSON each (NDJSON). */
  line(value: unknown, plain: () => string): void {
    this.#streams.stdout.write(`${this.json ? JSON.stringify(value) : printable(plain())}\n`)
  }

  /** Exactly these characters or bytes, and nothing more. */
  raw(data: string | Uint8Array): void {
    this.#streams.stdout.write(data)
  }

  /** A sentence for the person, never part of the result. */
  say(sentence: string): void {
    this.#streams.stderr.write(`${printable(sentence)}\n`)
  }

  /** Rewrites one line on a terminal; `null` clears it. Nothing is written elsewhere. */
  status(text: string | null): void {
    const { stderr } = this.#streams
    if (!isTerminal(stderr)) return
    stderr.write(`\r\u001B[K${text === null ? '' : shorten(printable(text), this.#width(stderr) - 1)}`)
  }

  /** Says what is going on when it takes more than a second; only on a terminal. */
  async during<T>(text: string, work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.status(text), PATIENCE_MS)
    try {
      return await work
    } finally {
      clearTimeout(timer)
      this.status(null)
    }
  }

  table(rows: readonly (readonly string[])[]): string {
    const { stdout } = this.#streams
    return columns(rows, isTerminal(stdout) ? this.#width(stdout) : null).join('\n')
  }

  #width(stream: NodeJS.WriteStream): number {
    return Math.max(40, stream.columns || 80)
  }
}

const isTerminal = (stream: Streams['stdout']): stream is NodeJS.WriteStream =>
  'isTTY' in stream && stream.isTTY

// C0 and C1 controls other than tab and line feed: an article's title must not steer the terminal.
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

const printable = (text: string): string => text.replaceAll(CONTROLS, '\uFFFD')
