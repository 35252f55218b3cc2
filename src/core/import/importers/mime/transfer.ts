import type { Headers } from './headers.ts'

/** The bytes of a part as they were before they were sent: never text, so no charset is guessed here. */
export function decodeTransfer(headers: Headers, body: Uint8Array): Uint8Array {
  const name = headers
    .raw('content-transfer-encoding')
    ?.toLowerCase()
    .replace(/[\s;].*$/s, '')
  switch (name) {
    case 'quoted-printable':
      return withoutPadding(body)
    case 'base64':
      return base64(body)
    case 'x-uuencode':
    case 'uuencode':
    case 'x-uue':
      return uuencoded(body)
    // 7bit, 8bit and binary are the bytes themselves, and so is what nobody knows.
    default:
      return body
  }
}

const base64 = (body: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(body.buffer, body.byteOffset, body.length).toString('latin1'), 'base64')

/** Blanks at the end of a line were added on the way. */
function withoutPadding(body: Uint8Array): Uint8Array {
  const kept = Buffer.alloc(body.length)
  let length = 0
  let blanks = 0
  for (const byte of body) {
    if (byte === 0x0a || byte === 0x0d) length -= blanks
    blanks = byte === 0x20 || byte === 0x09 ? blanks + 1 : 0
    kept[length] = byte
    length += 1
  }
  return quotedPrintable(kept.subarray(0, length))
}

const EQUALS = 0x3d

/** `=XX` is a byte, `=` at a line's end is nothing; any other `=` stands for itself. */
export function quotedPrintable(body: Uint8Array): Uint8Array {
  const decoded = Buffer.alloc(body.length)
  let length = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    const soft = byte === EQUALS ? lineBreak(body, at + 1) : 0
    const code = byte === EQUALS ? hex(body[at + 1]) * 16 + hex(body[at + 2]) : Number.NaN
    if (soft > 0) at += soft
    else {
      decoded[length] = Number.isNaN(code) ? byte : code
      length += 1
      if (!Number.isNaN(code)) at += 2
    }
  }
  return decoded.subarray(0, length)
}

function lineBreak(body: Uint8Array, at: number): number {
  if (body[at] === 0x0a) return 1
  return body[at] === 0x0d ? (body[at + 1] === 0x0a ? 2 : 1) : at >= body.length ? 1 : 0
}

function hex(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30
  const letter = byte & 0xdf
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : Number.NaN
}

/** Lines of `begin`, length and groups of four characters, `end`. */
function uuencoded(body: Uint8Array): Uint8Array {
  const lines = Buffer.from(body).toString('latin1').split(/\r?\n/)
  const start = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line))
  const pieces: Uint8Array[] = []
  for (const line of lines.slice(start + 1)) {
    const length = (line.charCodeAt(0) - 32) & 63
    if (line === '' || line.startsWith('end') || length === 0) break
    const sixes = Array.from(line.slice(1), (character) => (character.charCodeAt(0) - 32) & 63)
    const bytes = sixes.flatMap((_, at) =>
      at % 4 === 0
        ? [
            ((sixes[at] ?? 0) << 2) | ((sixes[at + 1] ?? 0) >> 4),
            ((sixes[at + 1] ?? 0) << 4) | ((sixes[at + 2] ?? 0) >> 2),
            ((sixes[at + 2] ?? 0) << 6) | (sixes[at + 3] ?? 0),
          ]
        : [],
    )
    pieces.push(Uint8Array.from(bytes).subarray(0, length))
  }
  return Buffer.concat(pieces)
}
