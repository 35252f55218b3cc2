import { parametrised, type Parametrised } from './content-type.ts'
import { partIn, type Entity, type Headers } from './headers.ts'
import { decodeTransfer } from './transfer.ts'

/** A part of a message. Its bytes are decoded from transfer when they are asked for, and never turned into text here. */
export interface Part {
  readonly headers: Headers
  readonly type: Parametrised
  /** The parts of a `multipart`; else empty. */
  readonly parts: readonly Part[]
  /** False for a `multipart` without its last boundary: the file breaks off inside it. */
  readonly whole: boolean
  readonly bytes: () => Uint8Array
}

/** Parts nested deeper are passed over: each level is read once more. */
const DEEPEST = 20
/** No saved page has so many pictures. */
const MOST = 20_000

/** The tree of a message's parts. `fallback` is the type of a part that names none. */
export function partsOf(entity: Entity): Part {
  return partOf(entity, 'text/plain', 0, { left: MOST })
}

function partOf({ headers, body }: Entity, fallback: string, depth: number, count: { left: number }): Part {
  const type = parametrised(headers.raw('content-type') ?? fallback)
  const boundary = type.parameters.get('boundary') ?? ''
  const leaf = { headers, type, parts: [], whole: true, bytes: () => decodeTransfer(headers, body) }
  if (!type.value.startsWith('multipart/') || boundary === '' || depth >= DEEPEST) return leaf
  const { pieces, whole } = pieceSplit(body, boundary, count)
  const inside = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain'
  const parts = pieces.map((piece) => partOf(partIn(piece), inside, depth + 1, count))
  return { ...leaf, parts, whole }
}

/** The bytes between boundary lines; the line break before one belongs to it. */
function pieceSplit(
  body: Uint8Array,
  boundary: string,
  count: { left: number },
): { pieces: Uint8Array[]; whole: boolean } {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.length)
  const mark = Buffer.from(`--${boundary}`)
  const pieces: Uint8Array[] = []
  let start = -1
  for (let at = bytes.indexOf(mark); at >= 0 && count.left > 0; at = bytes.indexOf(mark, at + 1)) {
    const line = boundaryLine(bytes, at, mark.length)
    if (line === null) continue
    if (start >= 0) {
      pieces.push(bytes.subarray(start, Math.max(start, at - breakBefore(bytes, at))))
      count.left -= 1
    }
    if (line.last) return { pieces, whole: true }
    start = line.end
  }
  if (start >= 0 && start < bytes.length) pieces.push(bytes.subarray(start))
  return { pieces, whole: false }
}

/** A boundary stands alone on its line, blanks after it apart; two more hyphens end the multipart. */
function boundaryLine(bytes: Buffer, at: number, length: number): { last: boolean; end: number } | null {
  if (at > 0 && bytes[at - 1] !== 0x0a && bytes[at - 1] !== 0x0d) return null
  let end = at + length
  const last = bytes[end] === 0x2d && bytes[end + 1] === 0x2d
  if (last) return isSpaceOrEnd(bytes[end + 2]) ? { last, end: end + 2 } : null
  while (bytes[end] === 0x20 || bytes[end] === 0x09) end += 1
  if (bytes[end] === 0x0d) end += 1
  if (bytes[end] === 0x0a) end += 1
  else if (bytes[end - 1] !== 0x0d && end < bytes.length) return null
  return { last, end }
}

const isSpaceOrEnd = (byte: number | undefined): boolean =>
  byte === undefined || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)

function breakBefore(bytes: Buffer, at: number): number {
  if (at > 1 && bytes[at - 2] === 0x0d && bytes[at - 1] === 0x0a) return 2
  return at > 0 ? 1 : 0
}

/** The parts that hold content, in the order of the message. */
export function* leaves(part: Part): Generator<Part> {
  if (part.parts.length === 0) yield part
  for (const inside of part.parts) yield* leaves(inside)
}
