import { TextDecoder } from '@exodus/bytes/encoding.js'
import { decodeWords } from './encoded-words.ts'

/** The header fields of a message or of one of its parts; the first of a name counts. Names are in lower case. */
export class Headers {
  readonly #fields: ReadonlyMap<string, string>

  constructor(fields: ReadonlyMap<string, string>) {
    this.#fields = fields
  }

  has(...names: readonly string[]): boolean {
    return names.some((name) => this.#fields.has(name))
  }

  /** The value on one line, as it is written: for fields of structure. */
  raw(name: string): string | null {
    return this.#fields.get(name) ?? null
  }

  /** The value with its encoded words read: for people. */
  words(name: string): string | null {
    const value = this.#fields.get(name)
    return value === undefined ? null : decodeWords(value).trim()
  }
}

/** Header fields and the bytes below their blank line. */
export interface Entity {
  readonly headers: Headers
  readonly body: Uint8Array
}

/** No honest header is longer, and only this much is looked at to tell a format. */
export const LONGEST_HEADER = 256 * 1024

const FIELD = /^([!-9;-~]{1,80})[ \t]*:(.*)$/s

/**
 * Parts a message, or a part of one, at its first blank line. Null where the
 * bytes do not begin with a header field. What is no field among fields is
 * passed over, as mail programs do.
 */
export function entityIn(bytes: Uint8Array): Entity | null {
  const { header, body } = split(bytes)
  const fields = new Map<string, string>()
  const lines = unfolded(decoded(header))
  for (const [index, line] of lines.entries()) {
    const [, name, value] = FIELD.exec(line) ?? []
    if (name === undefined || value === undefined) {
      if (index === 0) return null
      continue
    }
    const key = name.toLowerCase()
    if (!fields.has(key)) fields.set(key, value.trim())
  }
  return fields.size === 0 ? null : { headers: new Headers(fields), body }
}

/** A part may have no header at all and begin with its blank line. */
export function partIn(bytes: Uint8Array): Entity {
  const first = bytes[0]
  const bare = first === 0x0a || (first === 0x0d && bytes[1] === 0x0a)
  const found = bare ? null : entityIn(bytes)
  const body = bare ? bytes.subarray(first === 0x0a ? 1 : 2) : bytes
  return found ?? { headers: new Headers(new Map()), body }
}

/** A mark or blank lines above the header come from programs that saved the message. */
function split(bytes: Uint8Array): { header: Uint8Array; body: Uint8Array } {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (bytes[start] === 0x0a || bytes[start] === 0x0d) start += 1
  const limit = Math.min(bytes.length, start + LONGEST_HEADER)
  let line = start
  for (let at = start; at < limit; at += 1) {
    if (bytes[at] !== 0x0a) continue
    const length = at - line
    if (length === 0 || (length === 1 && bytes[line] === 0x0d))
      return { header: bytes.subarray(start, line), body: bytes.subarray(at + 1) }
    line = at + 1
  }
  return { header: bytes.subarray(start, limit), body: bytes.subarray(limit) }
}

/** Header fields are ASCII, or UTF-8 by the newer rule, or whatever an old program wrote. */
function decoded(header: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(header)
  } catch {
    return new TextDecoder('windows-1252').decode(header)
  }
}

/** A line that begins with white space goes on with the line above. */
function unfolded(header: string): string[] {
  const lines: string[] = []
  for (const line of header.split(/\r?\n/)) {
    const last = lines.length - 1
    if (/^[ \t]/.test(line) && last >= 0) lines[last] = `${lines[last] ?? ''} ${line.trim()}`
    else if (line !== '') lines.push(line)
  }
  return lines
}
