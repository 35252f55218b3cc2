import { constants, crc32, inflateRawSync } from 'node:zlib'
import type { Failure } from '../../../../shared/contract/failures.ts'
import { refused } from '../../../../shared/contract/failures.ts'
import { damaged } from '../../archive/zip.ts'

/** A record of a web archive. */
export interface WarcRecord {
  /** By name in lower case. */
  readonly fields: ReadonlyMap<string, string>
  /** The record's block, unpacked anew at each call. `REFUSED` failure `damaged` where it was cut off. */
  readonly block: () => Uint8Array
}

/** The most that one gzip member of an archive may unpack to, in bytes. */
const LARGEST_MEMBER = 512 * 1024 * 1024

/** True for a web archive, packed or not. */
export function isWarc(bytes: Uint8Array): boolean {
  const head = isGzip(bytes, 0) ? startOfMember(bytes) : bytes
  return /^WARC\/\d/.test(latin1(head, 0, 8))
}

/** Every record in order. The rest of an archive that was cut off or changed is one record more, which cannot be read. */
export function* recordsIn(bytes: Uint8Array): Generator<WarcRecord> {
  if (!isGzip(bytes, 0)) {
    yield* recordsOf(() => bytes)
    return
  }
  const last: Unpacked = { at: -1, content: NO_BYTES }
  for (let at = 0; isGzip(bytes, at);) {
    const member = memberAt(bytes, at, last)
    if (member === null) {
      yield BROKEN
      return
    }
    yield* recordsOf(member.open)
    at = member.end
  }
}

const BROKEN: WarcRecord = {
  fields: new Map(),
  block: () => {
    throw damaged()
  },
}

function* recordsOf(open: () => Uint8Array): Generator<WarcRecord> {
  let bytes = open()
  for (let at = startOfRecord(bytes, 0); at < bytes.length;) {
    const head = fieldsAt(bytes, at)
    const length = Number(head?.fields.get('content-length') ?? Number.NaN)
    if (head === null || !Number.isSafeInteger(length) || length < 0) {
      yield BROKEN
      return
    }
    const [start, end] = [head.end, head.end + length]
    const whole = end <= bytes.length
    yield { fields: head.fields, block: () => (whole ? open().subarray(start, end) : damagedBlock()) }
    if (!whole) return
    bytes = open()
    at = startOfRecord(bytes, end)
  }
}

function damagedBlock(): never {
  throw damaged()
}

/** Past the empty lines between records. */
function startOfRecord(bytes: Uint8Array, from: number): number {
  let at = from
  while (bytes[at] === 13 || bytes[at] === 10) at += 1
  return at
}

/** Longer heads than this are no heads. */
const LONGEST_HEAD = 64 * 1024

/** Lines `Name: value` up to an empty one, after a first line of any kind; null without an end. */
export function fieldsAt(
  bytes: Uint8Array,
  at: number,
): { readonly first: string; readonly fields: ReadonlyMap<string, string>; readonly end: number } | null {
  const text = latin1(bytes, at, LONGEST_HEAD)
  const match = /\r?\n\r?\n/.exec(text)
  if (match === null) return null
  const [first = '', ...lines] = Buffer.from(text.slice(0, match.index), 'latin1')
    .toString()
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { first, fields, end: at + match.index + match[0].length }
}

const latin1 = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, from + length)

export const isGzip = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8

const NAMED = 8
const EXTRA = 4
const COMMENTED = 16
const CHECKED = 2

/** Where the packed words of a gzip member begin, by RFC 1952; past the end where the head is cut off. */
function startOfDeflate(bytes: Uint8Array, member: number): number {
  const flags = bytes[member + 3] ?? 0
  let at = member + 10
  if ((flags & EXTRA) !== 0) at += 2 + (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 256
  for (const flag of [NAMED, COMMENTED])
    if ((flags & flag) !== 0) {
      const end = bytes.indexOf(0, at)
      at = end < 0 ? bytes.length : end + 1
    }
  return (flags & CHECKED) === 0 ? at : at + 2
}

const HEAD_SAMPLE = 2048

function startOfMember(bytes: Uint8Array): Uint8Array {
  const start = startOfDeflate(bytes, 0)
  try {
    return inflateRawSync(bytes.subarray(start, start + HEAD_SAMPLE), {
      finishFlush: constants.Z_SYNC_FLUSH,
    })
  } catch {
    // What does not unpack is no web archive.
    return NO_BYTES
  }
}

interface Member {
  /** Of the next member. */
  readonly end: number
  /** Unpacks it again; the last one stays unpacked, since its records are read together. */
  readonly open: () => Uint8Array
}

/** The member unpacked last: its records are read together. */
interface Unpacked {
  at: number
  content: Uint8Array
}

/** Null where the member is cut off or changed. */
function memberAt(bytes: Uint8Array, at: number, last: Unpacked): Member | null {
  const start = startOfDeflate(bytes, at)
  const unpacked = inflated(bytes, start)
  if (unpacked === null) return null
  Object.assign(last, { at, content: unpacked.content })
  return {
    end: start + unpacked.read + TRAILER,
    open: () => {
      if (last.at !== at) Object.assign(last, { at, content: inflated(bytes, start)?.content ?? NO_BYTES })
      return last.content
    },
  }
}

const NO_BYTES = new Uint8Array()
/** Bytes of checksum and length behind the packed ones. */
const TRAILER = 8

interface Inflated {
  readonly buffer: Buffer
  readonly engine: { readonly bytesWritten: number }
}

function inflated(bytes: Uint8Array, start: number): { content: Uint8Array; read: number } | null {
  try {
    const options = { info: true, maxOutputLength: LARGEST_MEMBER }
    const { buffer, engine } = inflateRawSync(bytes.subarray(start), options) as unknown as Inflated
    const read = engine.bytesWritten
    const whole = start + read + TRAILER <= bytes.length
    const sum = whole ? Buffer.from(bytes.buffer, bytes.byteOffset + start + read, 4).readUInt32LE() : null
    return sum === crc32(buffer) ? { content: buffer, read } : null
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch()
    return null
  }
}

export const tooMuch = (): Failure =>
  refused(
    'zip-bomb',
    'Unpacked, a part of the archive would be far larger than any page and fill the memory. Nothing of it was imported.',
  )
