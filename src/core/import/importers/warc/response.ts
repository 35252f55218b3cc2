import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { refused } from '../../../../shared/contract/failures.ts'
import { damaged } from '../../archive/zip.ts'
import { fieldsAt, isGzip, tooMuch } from './records.ts'

/** What a server answered, its body as it was sent. */
export interface Response {
  readonly status: number
  /** Without parameters, in lower case. */
  readonly mediaType: string
  /** As the server named it, or null. */
  readonly charset: string | null
  readonly fields: ReadonlyMap<string, string>
  readonly body: Uint8Array
}

/** Null for a block that is no answer of a web server. */
export function responseIn(block: Uint8Array): Response | null {
  const head = fieldsAt(block, 0)
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(head?.first ?? '')?.[1]
  if (head === null || status === undefined) return null
  const type = head.fields.get('content-type') ?? ''
  return {
    status: Number(status),
    mediaType: (type.split(';', 1)[0] ?? '').trim().toLowerCase(),
    charset: /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(type)?.[1] ?? null,
    fields: head.fields,
    body: block.subarray(head.end),
  }
}

/** The most that a page or picture may unpack to, in bytes. */
const LARGEST_BODY = 64 * 1024 * 1024

/**
 * The body as a browser would read it. Some archivers keep it unpacked beside
 * a head that says otherwise: then it is taken as it is. `REFUSED` failures:
 * `damaged`, `zip-bomb`, `unsupported`.
 */
export function bodyOf({ fields, body }: Response): Uint8Array {
  const chunked = /\bchunked\b/i.test(fields.get('transfer-encoding') ?? '')
  let bytes = chunked ? (unchunked(body) ?? body) : body
  const codings = (fields.get('content-encoding') ?? '').toLowerCase().split(/\s*,\s*/)
  for (const coding of codings.toReversed()) bytes = decoded(bytes, coding)
  return bytes
}

/** Null where the body is not in chunks. */
function unchunked(body: Uint8Array): Uint8Array | null {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < body.length;) {
    const line = Buffer.from(body.buffer, body.byteOffset + at, Math.min(200, body.length - at)).toString(
      'latin1',
    )
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i.exec(line)
    if (size?.[1] === undefined) return null
    const length = Number.parseInt(size[1], 16)
    if (length === 0) return Buffer.concat(pieces)
    const start = at + size[0].length
    if (start + length > body.length) throw damaged()
    pieces.push(body.subarray(start, start + length))
    at = start + length
    if (body[at] === 13) at += 1
    if (body[at] === 10) at += 1
  }
  throw damaged()
}

function decoded(bytes: Uint8Array, coding: string): Uint8Array {
  switch (coding) {
    case '':
    case 'identity':
      return bytes
    case 'gzip':
    case 'x-gzip':
      return isGzip(bytes, 0) ? unpacked(() => gunzipSync(bytes, LIMIT)) : bytes
    case 'deflate':
      return isMarkup(bytes) ? bytes : unpacked(() => inflatedEitherWay(bytes))
    case 'br':
      return isMarkup(bytes) ? bytes : unpacked(() => brotliDecompressSync(bytes, LIMIT))
    default:
      if (isMarkup(bytes)) return bytes
      throw refused(
        'unsupported',
        `This page is packed in a way that Verbatim does not read (${coding.slice(0, 20)}). Nothing of it was imported.`,
      )
  }
}

const LIMIT = { maxOutputLength: LARGEST_BODY }

/** With the head of zlib, as the standard says, or without, as some servers do. */
function inflatedEitherWay(bytes: Uint8Array): Uint8Array {
  const headed = ((bytes[0] ?? 0) & 15) === 8 && ((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)) % 31 === 0
  return headed ? inflateSync(bytes, LIMIT) : inflateRawSync(bytes, LIMIT)
}

/** Markup begins with plain words, which no packed body does. */
function isMarkup(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(64, bytes.length)).toString('latin1')
  return /^[\s\u00ef\u00bb\u00bf]*<[!?a-z]/i.test(head)
}

function unpacked(unpack: () => Uint8Array): Uint8Array {
  try {
    return unpack()
  } catch (error) {
    throw error instanceof RangeError ? tooMuch() : damaged()
  }
}
